import type { FigureView } from '../knowledge/knowledge-base.ts';
import { percent, quantityText } from '../knowledge/words.ts';
import { circumstances } from './describe.ts';
import type { Session } from './session.ts';

/** A figure: who gives which value. Values are neither added nor averaged. */
export function printFigure(figure: FigureView, { out }: Session): void {
  const what = [figure.label, figure.of, figure.unit].filter((part) => part !== undefined).join(', ');
  out.line(out.colours.bold(`${what}: ${figure.subject.name}`));
  out.pairs([
    ['figure', figure.id],
    ['about', `${figure.subject.id} (${figure.subject.kind})`],
  ]);
  out.heading(`Who gives which value (${figure.claims.length})`);
  out.table(
    ['value', 'stance', 'according to', 'when', 'confidence', 'claim'],
    figure.claims.map(({ claim, attribution, confidence }) => [
      claim.quantity === undefined ? '' : quantityText(claim.quantity),
      claim.stance,
      attribution,
      circumstances(claim),
      percent(confidence),
      claim.id,
    ]),
  );
}
