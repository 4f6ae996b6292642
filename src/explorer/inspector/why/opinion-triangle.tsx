import type { Opinion } from '../../../evidence/opinion.ts';
import { percent } from '../../../knowledge/words.ts';
import classes from './opinion-triangle.module.css';

const [WIDTH, HEIGHT, LEFT, TOP] = [180, 156, 56, 20] as const;

/** The opinion as a point: its height is uncertainty, its place from left to right the balance of belief. */
export function OpinionTriangle({ belief, disbelief, uncertainty }: Opinion) {
  const x = LEFT + WIDTH * (belief + uncertainty / 2);
  const y = TOP + HEIGHT * (1 - uncertainty);
  const bottom = TOP + HEIGHT;
  const words = `${percent(belief)} belief, ${percent(disbelief)} disbelief, ${percent(uncertainty)} uncertainty`;
  return (
    <figure className={classes['figure']}>
      <svg viewBox={`0 0 ${WIDTH + 2 * LEFT} ${HEIGHT + 44}`} role="img" aria-label={`A point in a triangle: ${words}`}>
        <path d={`M${LEFT} ${bottom}h${WIDTH}L${LEFT + WIDTH / 2} ${TOP}Z`} className={classes['edge']} />
        {[0.25, 0.5, 0.75].map((level) => (
          <line
            key={level}
            className={classes['grid']}
            x1={LEFT + (WIDTH * level) / 2}
            x2={LEFT + WIDTH - (WIDTH * level) / 2}
            y1={bottom - HEIGHT * level}
            y2={bottom - HEIGHT * level}
          />
        ))}
        <text x={LEFT + WIDTH / 2} y={TOP - 7} textAnchor="middle">
          uncertainty
        </text>
        <text x={LEFT} y={bottom + 17} textAnchor="middle" className={classes['against']}>
          − disbelief
        </text>
        <text x={LEFT + WIDTH} y={bottom + 17} textAnchor="middle" className={classes['for']}>
          + belief
        </text>
        <circle cx={x} cy={y} r={5.5} className={classes['point']} />
      </svg>
      <figcaption>
        {words}. The nearer the point stands to a corner, the larger that share; without any evidence it stands at the
        top.
      </figcaption>
    </figure>
  );
}
