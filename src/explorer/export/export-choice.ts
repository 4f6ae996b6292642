import type { KnowledgeBase, SubgraphRequest } from '../../knowledge/knowledge-base.ts';
import type { RelationId } from '../../model/ids.ts';
import type { Selection, View } from '../state/view.ts';
import type { TracesAtHand } from '../trace/drawn-relations.ts';

/** Which part of the graph is taken. */
export type Scope = 'shown' | 'whole' | 'open' | 'trace' | 'traces';
const SCOPES: readonly Scope[] = ['shown', 'open', 'trace', 'traces', 'whole'];

/** What a person has chosen in the export panel. */
export interface ExportChoice {
  readonly scope: Scope;
  /** Hops round the entity that is open. */
  readonly depth: number;
  readonly format: string;
  /** Whether a dossier has the picture. */
  readonly picture: boolean;
  /** Whether claims become plain edges, where a format has both. */
  readonly plainEdges: boolean;
  /** Denials and doubts are left out: only by an outright choice, which the file tells. */
  readonly withoutDenials: boolean;
}

/** What the view offers to be taken. */
export interface Offered {
  readonly view: Pick<View, 'filter' | 'focus' | 'selection'>;
  /** Relations of the answer that the trace panel shows; none where it shows none. */
  readonly traced: readonly RelationId[];
  /** All traces of that answer, where it has several. */
  readonly traces?: TracesAtHand;
  /** The open graph is a part of another. */
  readonly isPart?: boolean;
}

/** What is offered, in its order: all traces only where there are several. */
export function scopesOf({ traces }: Offered): readonly Scope[] {
  return SCOPES.filter((scope) => scope !== 'traces' || traces !== undefined);
}

/** What a person reads at a scope; `missing` says why it cannot be chosen now. */
export interface ScopeWords {
  readonly label: string;
  readonly hint: string;
  readonly missing?: string;
}

const OPEN_WORDS: Readonly<Record<Selection['kind'], ScopeWords>> = {
  entity: { label: 'Around the entity that is open', hint: 'It, and what lies within some hops of it.' },
  relation: {
    label: 'The relation that is open',
    hint: 'With the dispute that it is part of: narrower forms, rivals and all that is said against it.',
  },
  figure: { label: 'The figure that is open', hint: 'Every value that anybody gives, and who denies one.' },
  source: { label: 'What the source that is open says', hint: 'Its claims, and what others say against them.' },
};

export function scopeWords(scope: Scope, offered: Offered): ScopeWords {
  const { traced, traces, isPart = false } = offered;
  const { selection, focus } = offered.view;
  switch (scope) {
    case 'shown':
      return {
        label: 'What is shown',
        hint:
          focus === undefined
            ? 'What passes the filter, with figures and statements.'
            : 'What passes the filter within the focus, with figures and statements.',
      };
    case 'whole':
      return {
        label: 'The whole graph',
        hint: isPart
          ? 'All of what is open, which is a part itself: what was left out of it is not in the file either.'
          : 'Whatever a filter or focus hides now.',
      };
    case 'traces': {
      const words = { label: `All ${traces?.all ?? 0} traces`, hint: 'The relations of each trace of that answer.' };
      return traces !== undefined ? words : { ...words, missing: 'The trace panel shows no traces now.' };
    }
    case 'trace': {
      const words =
        traces === undefined
          ? { label: 'The trace', hint: 'The relations of the answer that the trace panel shows.' }
          : {
              label: `The trace that is open (${traces.open} of ${traces.all})`,
              hint: 'The relations that are drawn as the answer.',
            };
      return traced.length > 0 ? words : { ...words, missing: 'The trace panel shows no answer now.' };
    }
    case 'open':
      return selection === undefined
        ? {
            label: 'What is open in the inspector',
            hint: 'An entity with its surroundings, a relation with its dispute, a figure, a source.',
            missing: 'Nothing is open now.',
          }
        : OPEN_WORDS[selection.kind];
  }
}

/** The scope that is taken: what is shown, where the one that was chosen is not offered any longer. */
export function scopeOf({ scope }: Pick<ExportChoice, 'scope'>, offered: Offered): Scope {
  return scopeWords(scope, offered).missing === undefined ? scope : 'shown';
}

/** What to ask the knowledge base for, but for the instant. */
export async function requestOf(
  base: KnowledgeBase,
  choice: Pick<ExportChoice, 'scope' | 'depth'>,
  offered: Offered,
): Promise<Omit<SubgraphRequest, 'taken'>> {
  const { view, traced } = offered;
  switch (scopeOf(choice, offered)) {
    case 'whole':
      return {};
    case 'trace':
      return { relations: [...new Set(traced)] };
    case 'traces':
      return { relations: [...(offered.traces?.relations ?? [])] };
    case 'open':
      return view.selection === undefined ? {} : openRequest(base, view.selection, choice.depth);
    case 'shown':
      return {
        filter: view.filter,
        ...(view.focus === undefined ? {} : { focus: [view.focus.id], depth: view.focus.depth }),
      };
  }
}

async function openRequest(
  base: KnowledgeBase,
  selection: Selection,
  depth: number,
): Promise<Omit<SubgraphRequest, 'taken'>> {
  switch (selection.kind) {
    case 'entity':
      return { focus: [selection.id], depth };
    case 'source':
      return { filter: { sources: [selection.id] } };
    case 'figure':
      return { figures: [selection.id] };
    case 'relation': {
      const { id, subject } = await base.relation(selection.id);
      const { items } = await base.disputes({ entity: subject.id }, { limit: Number.MAX_SAFE_INTEGER });
      const own = items
        .map(({ relation, narrower, rivals }) => [
          ...(relation === undefined ? [] : [relation]),
          ...narrower,
          ...rivals,
        ])
        .filter((relations) => relations.some((one) => one.id === id));
      return { relations: [...new Set([id, ...own.flat().map((one) => one.id)])] };
    }
  }
}
