import { isRelationClaim } from '../../model/claim.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { EntityId } from '../../model/ids.ts';
import { byCodePoint } from '../../model/order.ts';
import type { WriteOptions } from '../format.ts';
import { chosenIn } from './chosen-relations.ts';
import { dipOf, freePlaces, type Sign } from './free-places.ts';
import { type Point, px } from './geometry.ts';
import type { Layout } from './layout.ts';
import { linksBetween, placeSigns, signOf } from './signs.ts';

/** Of more entities in relations, forces would take minutes: they are set on a spiral, from which a program begins. */
const MOST_LAID_OUT = 3000;
/** Units between two turns of the spiral, about. */
const STEP = 60;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** The spiral of a sunflower: even everywhere, those with the most claims in the middle. */
function spiral(signs: readonly Sign[]): Map<string, Point> {
  const order = signs.toSorted((a, b) => b.radius - a.radius || byCodePoint(a.key, b.key));
  return new Map(
    order.map(({ key }, i) => {
      const distance = STEP * Math.sqrt(i + 0.5);
      return [key, { x: distance * Math.cos(i * GOLDEN_ANGLE), y: distance * Math.sin(i * GOLDEN_ANGLE) }];
    }),
  );
}

/**
 * A place for every entity, y downwards, for programs that draw a graph where it says: as its picture has them, and what
 * stands in no relation in rows below. Places that `options` has are kept as the picture keeps them.
 */
export function placeEntities(graph: GraphDocument, options: WriteOptions = {}): Map<EntityId, Point> {
  const chosen = chosenIn(graph, options);
  const claims = new Map<string, number>();
  const counting = new Set<string>();
  const pairs: [string, string][] = [];
  for (const claim of graph.claims) {
    if (!isRelationClaim(claim)) continue;
    const { subject, type, object } = claim;
    const ends = [...new Set([subject, object])];
    for (const end of ends) claims.set(end, (claims.get(end) ?? 0) + 1);
    pairs.push([subject, object]);
    // One that runs both ways is named from either end.
    const isChosen =
      chosen === undefined || chosen.has(`${subject}~${type}~${object}`) || chosen.has(`${object}~${type}~${subject}`);
    if (isChosen) for (const end of ends) counting.add(end);
  }
  const entities = graph.entities.toSorted((a, b) => byCodePoint(a.id, b.id));
  const signs = entities.map(({ id, name }) => signOf({ id, name, claims: claims.get(id) ?? 0 }));
  const related = signs.filter(({ key }) => claims.has(key));
  const places =
    related.length > MOST_LAID_OUT
      ? spiral(related)
      : middles(
          related,
          placeSigns(related, linksBetween(related, pairs), options.places, (key) => counting.has(key)),
        );
  const all = freePlaces(
    signs,
    [],
    signs.map(({ key }) => places.get(key)),
  );
  return new Map(entities.map(({ id }, i) => [id, { x: px(all[i]?.x ?? 0), y: px(all[i]?.y ?? 0) }]));
}

/** The middles of signs whose boxes stand at the points of a layout. */
function middles(signs: readonly Sign[], { points }: Layout): Map<string, Point> {
  return new Map(
    signs.map((sign, i) => {
      const { x, y } = points[i] ?? { x: 0, y: 0 };
      return [sign.key, { x, y: y - dipOf(sign) }];
    }),
  );
}
