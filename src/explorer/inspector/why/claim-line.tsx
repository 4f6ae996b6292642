import type { WeighedClaim } from '../../../evidence/fuse.ts';
import { UNITS_PER_ONE } from '../../../evidence/weights.ts';
import { factorsOf } from '../../../knowledge/arithmetic.ts';
import { factorText, weightText } from '../../../knowledge/arithmetic-words.ts';
import { BEARING_WORDS, COUNTING_WORDS, percent, STANCE_WORDS } from '../../../knowledge/words.ts';
import { RelationLink } from '../relation-link.tsx';
import { namesIn, Sentence } from '../sentence.tsx';
import { SourceLink } from '../source-link.tsx';
import classes from './claim-line.module.css';
import type { NamedClaim } from './claim-views.ts';
import { Sign } from './side.tsx';

interface Props {
  readonly weighed: WeighedClaim;
  readonly named: NamedClaim | undefined;
}

/** Who says it, and where; of which other relation, too, where that does not stand beside it. */
function Saying({ weighed, named, inline = false }: Props & { readonly inline?: boolean }) {
  if (named === undefined) return <bdi>{weighed.claim.summary}</bdi>;
  const { view, elsewhere } = named;
  return (
    <>
      <b>
        <bdi>{view.speaker.name}</bdi>
      </b>{' '}
      {elsewhere?.bearing === 'exclusion' && 'by exclusion: '}
      {elsewhere === undefined ? STANCE_WORDS[weighed.claim.stance] : BEARING_WORDS[elsewhere.bearing]}
      {weighed.claim.hedge !== undefined && ` (“${weighed.claim.hedge}”)`}
      {inline && elsewhere !== undefined && (
        <>
          : “<Sentence text={elsewhere.on.proposition} names={namesIn(elsewhere.on)} />” ({elsewhere.on.verdictText})
        </>
      )}
      , in <SourceLink source={view.source} />
    </>
  );
}

/** A claim that counts, with the product that makes its weight. */
export function CountingLine({ weighed, named }: Props) {
  const { weight, side, counting, counted, confidence } = weighed;
  const w = weightText(weight.units / UNITS_PER_ONE);
  const product = factorsOf(weight).map(factorText);
  return (
    <li className={classes['line']} data-side={side}>
      <div>
        <Sign side={side} /> <Saying weighed={weighed} named={named} />
      </div>
      {named?.elsewhere !== undefined && <RelationLink relation={named.elsewhere.on} size="xs" />}
      <div className={classes['product']}>
        weight {product.join(' × ')}
        {(product.length > 1 || !product[0]?.startsWith(`${w} `)) && ` = ${w}`}
      </div>
      {counting !== 'strongest' && (
        <div className={classes['product']}>
          {COUNTING_WORDS[counting]}: {weightText(counted / UNITS_PER_ONE)}
        </div>
      )}
      <div className={classes['quiet']}>
        confidence {w} ÷ (1 + {w}) = {percent(confidence)}
      </div>
    </li>
  );
}

/** A claim that does not count, or several that read alike; the reason stands above it, once for all alike. */
export function UncountedLine({ weighed, named, times }: Props & { readonly times: number }) {
  return (
    <li className={classes['uncounted']}>
      <Sign side={weighed.side} /> <Saying weighed={weighed} named={named} inline />
      {times > 1 && `, ${times} times`}
    </li>
  );
}
