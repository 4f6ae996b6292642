import type { ClaimView } from '../../knowledge/knowledge-base.ts';
import { useGo } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import classes from './source-link.module.css';

/** The title of a document; a press opens it. */
export function SourceLink({ source }: { source: Pick<ClaimView['source'], 'id' | 'title'> }) {
  const go = useGo();
  return (
    <button
      type="button"
      className={classes['source']}
      onClick={() => go((view) => select(view, { kind: 'source', id: source.id }))}
    >
      <bdi>{source.title}</bdi>
    </button>
  );
}
