import { changedWeights, type WeightName, weightNamed } from '../../evidence/weight-changes.ts';
import { DEFAULT_WEIGHTS } from '../../evidence/weights.ts';
import { useGo, useView } from '../state/use-view.ts';
import { type View, weighBy } from '../state/view.ts';

interface Weights {
  /** The number in force. */
  readonly numberAt: (name: WeightName) => number;
  /** Sets one number, or puts it back to the default; one step of undo. */
  readonly set: (name: WeightName, value: number | undefined) => void;
  readonly reset: () => void;
  readonly version: string;
  readonly isChanged: boolean;
}

/** Sets one number. What equals the default is no change, so that the address says only what is otherwise. */
function withNumber(view: View, name: WeightName, value: number | undefined): View {
  const { [name]: _, ...others } = view.weights;
  const isDefault = value === undefined || value === weightNamed(DEFAULT_WEIGHTS, name);
  return weighBy(view, isDefault ? others : { ...others, [name]: value });
}

/** The table that the view weighs by, and how it is changed. */
export function useWeights(): Weights {
  const { weights } = useView();
  const go = useGo();
  const table = changedWeights(weights);
  return {
    numberAt: (name) => weightNamed(table, name),
    set: (name, value) => go((view) => withNumber(view, name, value)),
    reset: () => go((view) => weighBy(view, {})),
    version: table.version,
    isChanged: table !== DEFAULT_WEIGHTS,
  };
}
