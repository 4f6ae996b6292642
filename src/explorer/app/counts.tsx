import { Button, Group, Text, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { changedWeights } from '../../evidence/weight-changes.ts';
import { DEFAULT_WEIGHTS } from '../../evidence/weights.ts';
import type { Picture } from '../../knowledge/knowledge-base.ts';
import { number } from '../../knowledge/words.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { useGo, useView } from '../state/use-view.ts';
import {
  clearFilter,
  focusOn,
  isOpen,
  leaveOut,
  MAX_DEPTH,
  openPanel,
  type Panel,
  showAll,
  weighBy,
} from '../state/view.ts';
import classes from './counts.module.css';

interface Props {
  readonly picture: Picture;
  /** Opens a panel, where more than the view has to change for that. */
  readonly onPanel?: (panel: Panel) => void;
}

/** How much of the graph is shown, and what hides the rest. Nothing is hidden in silence. */
export function Counts({ picture, onPanel }: Props) {
  const { filter, focus, panel, weights, without } = useView();
  const go = useGo();
  const show = onPanel ?? ((panel: Panel): void => go((view) => openPanel(view, panel)));
  const { counts } = picture;
  const { data: focused } = useAnswer(
    ['entity', focus?.id],
    (base) => (focus === undefined ? Promise.reject(new Error('no focus')) : base.entity(focus.id)),
    focus !== undefined,
  );
  const hidden = [
    [counts.hiddenByFilter, 'by filter'],
    [counts.hiddenByFocus, 'by focus'],
    [counts.hiddenByLimit, 'by limit'],
  ] as const;
  const reasons = hidden.filter(([claims]) => claims > 0).map(([claims, why]) => `${number(claims)} hidden ${why}`);
  const lines = counts.shown + counts.hiddenByFilter + counts.hiddenByFocus + counts.hiddenByLimit;
  return (
    <div className={classes['bar']} role="status" data-testid="counts">
      <Tooltip
        multiline
        position="bottom-start"
        w={300}
        label={`${number(counts.total)} claims in all. ${number(lines)} are of relations between two entities and can be drawn; figures and statements about one entity stand in its inspector (${number(counts.inInspector)} for the entities drawn).`}
      >
        <Text size="xs" component="span" tabIndex={0}>
          {number(picture.relations.length)} {picture.relations.length === 1 ? 'relation' : 'relations'} from{' '}
          <b>
            {number(counts.shown)} of {number(lines)}
          </b>{' '}
          claims{reasons.length > 0 && `: ${reasons.join(', ')}`}
          {counts.total > lines && (
            <span className={classes['more']}>
              {' '}
              · {number(counts.total - lines)} more claims are figures and statements: press an entity
            </span>
          )}
        </Text>
      </Tooltip>
      <Group gap={6} className={classes['chips']}>
        {focus !== undefined && (
          <>
            <Button.Group>
              {Array.from({ length: MAX_DEPTH }, (_, i) => i + 1).map((depth) => (
                <Button
                  key={depth}
                  size="compact-xs"
                  variant={depth === focus.depth ? 'filled' : 'default'}
                  aria-pressed={depth === focus.depth}
                  aria-label={`Within ${depth} ${depth === 1 ? 'hop' : 'hops'} of ${focused?.entity.name ?? focus.id}`}
                  onClick={() => go((view) => focusOn(view, focus.id, depth))}
                >
                  {depth}
                </Button>
              ))}
            </Button.Group>
            <Button
              size="compact-xs"
              variant="light"
              rightSection={<IconX size={12} />}
              onClick={() => go(showAll)}
              aria-label="Leave the focus and show the whole graph"
            >
              {focused?.entity.name ?? focus.id}
            </Button>
          </>
        )}
        {!isOpen(filter) && (
          <Button size="compact-xs" variant="light" rightSection={<IconX size={12} />} onClick={() => go(clearFilter)}>
            Filter
          </Button>
        )}
        {changedWeights(weights) !== DEFAULT_WEIGHTS && (
          <Chip
            label="Weighed by other numbers"
            removal="Weigh by the default numbers"
            onOpen={() => show('weights')}
            onRemove={() => go((view) => weighBy(view, {}))}
          />
        )}
        {without.length > 0 && (
          <Chip
            // The graph rests on all claims: a chip that kept silent about it would look like a filter.
            label={`Left out: ${number(without.length)}${panel === 'leave-out' ? '' : ', not in the graph'}`}
            removal="Take all back in"
            onOpen={() => show('leave-out')}
            onRemove={() => go((view) => leaveOut(view, []))}
          />
        )}
      </Group>
    </div>
  );
}

interface ChipProps {
  readonly label: string;
  /** What pressing the cross does, in words. */
  readonly removal: string;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

/** Something that changes what is shown: its name opens its panel, its cross takes it away. */
function Chip({ label, removal, onOpen, onRemove }: ChipProps) {
  return (
    <Button.Group>
      <Button size="compact-xs" variant="light" onClick={onOpen}>
        {label}
      </Button>
      <Button size="compact-xs" variant="light" px={5} aria-label={removal} title={removal} onClick={onRemove}>
        <IconX size={12} />
      </Button>
    </Button.Group>
  );
}
