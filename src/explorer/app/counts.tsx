import { Button, Group, Text, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Picture } from '../../knowledge/knowledge-base.ts';
import { number } from '../../knowledge/words.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { useGo, useView } from '../state/use-view.ts';
import { clearFilter, focusOn, isOpen, MAX_DEPTH, showAll } from '../state/view.ts';
import classes from './counts.module.css';

/** How much of the graph is shown, and what hides the rest. Nothing is hidden in silence. */
export function Counts({ picture }: { picture: Picture }) {
  const { filter, focus } = useView();
  const go = useGo();
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
          {number(picture.relations.length)} relations from{' '}
          <b>
            {number(counts.shown)} of {number(lines)}
          </b>{' '}
          claims{reasons.length > 0 && `: ${reasons.join(', ')}`}
          <span className={classes['more']}> · press an entity for its figures and statements</span>
        </Text>
      </Tooltip>
      <Group gap={6} wrap="nowrap">
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
      </Group>
    </div>
  );
}
