import { Badge, Text } from '@mantine/core';
import { useStore } from 'zustand';
import type { Claim } from '../../model/claim.ts';
import { documentStore } from '../data/documents.ts';
import classes from './passage.module.css';

const STATUS_WORDS = {
  exact: 'passage found, word for word',
  moved: 'passage found, but elsewhere in the text',
  changed: 'the text has changed here',
  missing: 'passage missing from the text',
} as const;

/** Code points of context shown on each side. */
const CONTEXT = 120;

/** The passage that a claim was coded from, if its document was given: in place, and whether the text still says it. */
export function Passage({ claim }: { claim: Claim }) {
  const document = useStore(documentStore, (state) => state.bySource.get(claim.source));
  if (document === undefined || claim.locator === undefined) return null;
  const found = document.passages.get(claim.id);
  if (found === undefined) return null;
  const { text } = document;
  return (
    <div className={classes['box']} data-status={found.status} data-testid="passage">
      <Badge variant="outline" color="gray" size="sm" tt="none" fw={600} data-status={found.status}>
        {found.status}
      </Badge>{' '}
      <Text span size="xs" c="dimmed">
        {STATUS_WORDS[found.status]} · paragraph {claim.locator.paragraph} of {document.file}
        {found.status === 'moved' && found.copies > 1 && ` · stands ${found.copies} times; the nearest is shown`}
      </Text>
      {found.status !== 'missing' && (
        <blockquote className={classes['text']} dir="auto">
          {found.start > CONTEXT && '… '}
          {text.slice(Math.max(0, found.start - CONTEXT), found.start)}
          <mark className={classes['mark']}>{text.slice(found.start, Math.min(found.end, found.start + 1200))}</mark>
          {text.slice(found.end, found.end + CONTEXT)}
          {found.end + CONTEXT < text.length && ' …'}
        </blockquote>
      )}
    </div>
  );
}
