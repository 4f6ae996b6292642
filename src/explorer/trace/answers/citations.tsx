import type { Citation } from '../../../knowledge/trace-answers.ts';
import type { Stance } from '../../../model/claim.ts';
import { groupBy } from '../../../model/group-by.ts';
import { useGo } from '../../state/use-view.ts';
import { select } from '../../state/view.ts';
import classes from './answers.module.css';

const STANCES: readonly { readonly stance: Stance; readonly before: string }[] = [
  { stance: 'asserts', before: '' },
  { stance: 'denies', before: 'Denied in' },
  { stance: 'doubts', before: 'Doubted in' },
];

/** "3, 7": paragraphs in their order, each once. */
function paragraphs(citations: readonly Citation[]): string {
  const numbers = [...new Set(citations.flatMap(({ paragraph }) => paragraph ?? []))];
  return numbers.toSorted((a, b) => a - b).join(', ');
}

/** Where the claims of a hop can be read: one link per document, for it and against it apart. */
export function Citations({ citations }: { citations: readonly Citation[] }) {
  const go = useGo();
  return (
    <ul className={classes['citations']} aria-label="Where it can be read">
      {STANCES.flatMap(({ stance, before }) =>
        [
          ...groupBy(
            citations.filter((one) => one.stance === stance),
            ({ source }) => source,
          ),
        ].map(([source, own]) => {
          const numbers = paragraphs(own);
          return (
            <li key={`${stance} ${source}`}>
              {before !== '' && <span className={classes['before']}>{before}</span>}
              <button
                type="button"
                className={classes['citation']}
                title={own[0]?.title}
                onClick={() => go((view) => select(view, { kind: 'source', id: source }))}
              >
                <bdi className={classes['source']}>{own[0]?.title}</bdi>
                {numbers !== '' && <span className={classes['paragraphs']}>¶ {numbers}</span>}
              </button>
            </li>
          );
        }),
      )}
    </ul>
  );
}
