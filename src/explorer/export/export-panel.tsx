import {
  Alert,
  Button,
  Checkbox,
  CopyButton,
  Loader,
  NativeSelect,
  NumberInput,
  Radio,
  Stack,
  Text,
} from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCheck, IconQuote } from '@tabler/icons-react';
import { useState } from 'react';
import { changedWeights } from '../../evidence/weight-changes.ts';
import { DEFAULT_WEIGHTS } from '../../evidence/weights.ts';
import { number } from '../../knowledge/words.ts';
import { useKnowledge } from '../data/use-knowledge.ts';
import { useImporter } from '../import/import-context.ts';
import { Problem } from '../inspector/problem.tsx';
import { useView } from '../state/use-view.ts';
import classes from './export.module.css';
import { type ExportChoice, type Offered, type Scope, scopeOf, scopesOf, scopeWords } from './export-choice.ts';
import { ExportFiles } from './export-files.tsx';
import { EXPORT_FORMATS, type ExportFormat } from './export-formats.ts';
import { SaveBar } from './save-bar.tsx';
import { type Taken, useExportFiles, useOffered, useTaken } from './use-export.ts';

const FIRST_CHOICE: ExportChoice = {
  scope: 'shown',
  depth: 1,
  format: 'json',
  picture: true,
  plainEdges: false,
  withoutDenials: false,
};

interface Choosing {
  readonly choice: ExportChoice;
  readonly choose: (changed: Partial<ExportChoice>) => void;
}

/** Which part of the graph: each with what it takes, or why it cannot be taken now. */
function WhichPart({ choice, choose, offered }: Choosing & { offered: Offered }) {
  const scope = scopeOf(choice, offered);
  const isAround = scope === 'open' && offered.view.selection?.kind === 'entity';
  const scopes = scopesOf(offered);
  const named = (value: string): Scope => scopes.find((one) => one === value) ?? 'shown';
  return (
    <Stack gap="xs">
      <Radio.Group label="What" value={scope} onChange={(value) => choose({ scope: named(value) })}>
        <Stack gap={6} mt={6}>
          {scopes.map((one) => {
            const { label, hint, missing } = scopeWords(one, offered);
            return (
              <Radio
                key={one}
                value={one}
                label={label}
                description={missing ?? hint}
                disabled={missing !== undefined}
              />
            );
          })}
        </Stack>
      </Radio.Group>
      {isAround && (
        <NumberInput
          label="Hops"
          size="xs"
          w={90}
          min={1}
          max={4}
          clampBehavior="strict"
          allowDecimal={false}
          value={choice.depth}
          onChange={(value) => choose({ depth: Math.min(Math.max(Number(value) || 1, 1), 4) })}
        />
      )}
    </Stack>
  );
}

function formatTitle({ label, extensions }: ExportFormat): string {
  return `${label} · ${extensions[0] ?? ''}`;
}

/** Which format: each with whom it is for and what opens it. */
function WhichFormat({ choice, choose }: Choosing) {
  // On a phone fifteen formats one below the other would push all else out of sight.
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false;
  if (narrow) {
    return (
      <NativeSelect
        label="As"
        description={formatOf(choice.format).help}
        inputWrapperOrder={['label', 'input', 'description']}
        value={choice.format}
        data={EXPORT_FORMATS.map((format) => ({ value: format.id, label: formatTitle(format) }))}
        onChange={(event) => choose({ format: event.currentTarget.value })}
      />
    );
  }
  return (
    <Radio.Group label="As" value={choice.format} onChange={(format) => choose({ format })}>
      <Stack gap={8} mt={6}>
        {EXPORT_FORMATS.map((format) => (
          <Radio key={format.id} value={format.id} label={formatTitle(format)} description={format.help} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** What is taken, in numbers, and what is taken along. */
function Counted({ taken, without }: { taken: Taken; without: boolean }) {
  const { weights } = useView();
  const { version } = changedWeights(weights);
  const { claims, entities, sources } = taken.graph;
  return (
    <Stack gap={6}>
      <Text size="sm" data-testid="export-counts">
        <b>{number(claims.length)}</b> claims, <b>{number(entities.length)}</b> entities,{' '}
        <b>{number(sources.length)}</b> sources.
      </Text>
      {without ? (
        <Alert color="orange" p="xs" title={`${number(taken.against)} denials and doubts are left out`}>
          What is left looks surer than it is. The file says so, and its verdicts are reckoned without them.
        </Alert>
      ) : (
        <Text size="sm">
          {taken.against === 0
            ? taken.graph.manifest?.closedUnderEvidence === false
              ? 'Whoever denies or doubts anything in it was left out before; the file says so again.'
              : 'Nobody denies or doubts anything in it.'
            : `Among them ${number(taken.against)} that deny or doubt something. They are taken along with source and speaker, even where a filter hides them.`}
        </Text>
      )}
      {version !== DEFAULT_WEIGHTS.version && (
        <Text size="xs" className={classes['weights']}>
          Weighed by other numbers: <b>{version}</b>. The file says so, and its verdicts are by these.
        </Text>
      )}
    </Stack>
  );
}

function Cite({ citation }: { citation: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed" className={classes['citation']} data-testid="export-citation">
        {citation}
      </Text>
      <CopyButton value={citation}>
        {({ copied, copy }) => (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={copied ? <IconCheck size={13} /> : <IconQuote size={13} />}
            onClick={copy}
          >
            {copied ? 'Copied' : 'Copy citation'}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}

function formatOf(id: string): ExportFormat {
  const found = EXPORT_FORMATS.find((format) => format.id === id) ?? EXPORT_FORMATS[0];
  if (found === undefined) throw new RangeError('there is no format to write');
  return found;
}

/** Takes a part of the graph out as a file: what, as what, and what that file will hold and lack, before it is saved. */
export function ExportPanel() {
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const [saved, setSaved] = useState('');
  const choose = (changed: Partial<ExportChoice>): void => {
    setChoice((current) => ({ ...current, ...changed }));
    setSaved('');
  };
  const offered = useOffered();
  const format = formatOf(choice.format);
  const taken = useTaken(choice, offered);
  const files = useExportFiles(taken.data, format, choice, offered);
  const { saved: allSaved } = useImporter();
  const { totals } = useKnowledge().about;
  const isWhole =
    taken.data?.graph.claims.length === totals.claims &&
    taken.data.graph.entities.length === totals.entities &&
    taken.data.graph.sources.length === totals.sources;
  return (
    <>
      <div className={classes['scroll']}>
        <div className={classes['panel']}>
          <div className={classes['choices']}>
            <WhichPart choice={choice} choose={choose} offered={offered} />
            <WhichFormat choice={choice} choose={choose} />
          </div>
          <section className={classes['preview']} aria-label="What will be saved">
            <Text fw={650} component="h3" size="md">
              {format.label}
            </Text>
            {taken.error !== null && <Problem error={taken.error} />}
            {taken.data === undefined ? (
              taken.error === null && <Loader size="sm" aria-label="Taking this part of the graph" />
            ) : (
              <Counted taken={taken.data} without={choice.withoutDenials} />
            )}
            {format.drawing === 'optional' && (
              <Checkbox
                label="With the picture"
                checked={choice.picture}
                onChange={(event) => choose({ picture: event.currentTarget.checked })}
              />
            )}
            {format.plainEdges && (
              <Checkbox
                label="As plain edges"
                description="For programs that know nothing of claims. They take a denial for a connection: filter by stance first."
                checked={choice.plainEdges}
                onChange={(event) => choose({ plainEdges: event.currentTarget.checked })}
              />
            )}
            <Checkbox
              label="Leave denials and doubts out"
              description="Only for those who have them already: an accusation is copied without what is said against it. The file says that this was chosen."
              checked={choice.withoutDenials}
              onChange={(event) => choose({ withoutDenials: event.currentTarget.checked })}
            />
            <ExportFiles format={format} files={files} onSaved={setSaved} />
            {files.data !== undefined && <Cite citation={files.data.citation} />}
          </section>
        </div>
      </div>
      {taken.data !== undefined && (
        <SaveBar
          format={format}
          files={files}
          saved={saved}
          onSaved={(names) => {
            setSaved(names);
            if (isWhole && files.data?.written.losses.length === 0) allSaved();
          }}
        />
      )}
    </>
  );
}
