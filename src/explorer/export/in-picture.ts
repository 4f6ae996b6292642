import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { EntityId, RelationId } from '../../model/ids.ts';
import { isOpen } from '../state/view.ts';
import { type ExportChoice, type Offered, requestOf, scopeOf } from './export-choice.ts';

/** More than the page or a picture draws: those with the most claims are enough to tell them from what is taken along. */
const MOST_ASKED = 1500;

/** What a picture of a part of the graph has to tell apart. */
export interface InPicture {
  /** Entities that stand on the screen; undefined where all that have a place there count. */
  readonly onScreen?: ReadonlySet<EntityId>;
  /** Relations that were chosen: the others are taken along as evidence. Undefined where all are. */
  readonly chosen?: ReadonlySet<RelationId>;
}

/** What of a choice is on the screen, and what of it was chosen. */
export async function inPicture(
  base: KnowledgeBase,
  choice: Pick<ExportChoice, 'scope' | 'depth'>,
  offered: Offered,
): Promise<InPicture> {
  const scope = scopeOf(choice, offered);
  const { filter, focus } = offered.view;
  // Of the whole graph all is chosen, and what a filter hides stands where it would stand without.
  if (scope === 'whole' || (scope === 'shown' && focus === undefined && isOpen(filter))) return {};
  const around = focus === undefined ? {} : { focus: [focus.id], depth: focus.depth };
  const shown = await base.picture({ filter, ...around, limit: MOST_ASKED });
  const onScreen = new Set(shown.entities.map(({ id }) => id));
  if (scope === 'shown') return { onScreen, chosen: new Set(shown.relations.map(({ id }) => id)) };
  const { relations, figures, ...part } = await requestOf(base, choice, offered);
  // Of a figure no relation is chosen: those that come with it are evidence.
  if (relations !== undefined || figures !== undefined) return { onScreen, chosen: new Set(relations) };
  const { relations: chosen } = await base.picture({ ...part, limit: MOST_ASKED });
  return { onScreen, chosen: new Set(chosen.map(({ id }) => id)) };
}

/** Places on the screen, where y counts upwards, as a file has them, where it counts downwards. */
export function placesInFile(
  places: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
  entities: readonly { readonly id: EntityId }[],
  onScreen: ReadonlySet<EntityId> | undefined,
): Map<EntityId, { x: number; y: number }> {
  return new Map(
    entities.flatMap(({ id }) => {
      const place = onScreen === undefined || onScreen.has(id) ? places.get(id) : undefined;
      return place === undefined ? [] : [[id, { x: place.x, y: -place.y }] as const];
    }),
  );
}
