import type { SpotlightActionData } from '@mantine/spotlight';
import type { FigureView, RelationSummary } from '../../knowledge/knowledge-base.ts';
import { listNames } from '../../knowledge/words.ts';
import { ContestedMark } from '../figures/contested-mark.tsx';
import { speakersAgainst, valuesText } from '../figures/figure-words.ts';
import { namesIn, Sentence } from '../inspector/sentence.tsx';
import { VerdictMark } from '../inspector/verdict-mark.tsx';
import classes from './search-spotlight.module.css';

/** A relation in words among what was found, never without its verdict. */
export function relationAction(relation: RelationSummary, onClick: () => void): SpotlightActionData {
  return {
    id: `relation ${relation.id}`,
    onClick,
    children: (
      <span className={classes['statement']}>
        <span className={classes['words']}>
          <Sentence text={relation.proposition} names={namesIn(relation)} />
        </span>
        <VerdictMark relation={relation} size="xs" />
      </span>
    ),
  };
}

/** A figure among what was found, with who gives which value. */
export function figureAction(figure: FigureView, onClick: () => void): SpotlightActionData {
  const deniers = speakersAgainst(figure, 'denies');
  return {
    id: `figure ${figure.id}`,
    onClick,
    children: (
      <span className={classes['statement']}>
        <span className={classes['words']}>
          <Sentence text={figure.title} names={[figure.subject.name]} />
        </span>
        <span className={classes['values']}>
          {figure.evidence.disputed && (
            <>
              <ContestedMark /> ·{' '}
            </>
          )}
          <bdi>
            {valuesText(figure)}
            {deniers.length > 0 && `, denied by ${listNames(deniers)}`}
          </bdi>
        </span>
      </span>
    ),
  };
}
