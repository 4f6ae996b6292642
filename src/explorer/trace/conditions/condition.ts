import type { ComponentType } from 'react';
import type { TraceConditions, TraceQuestion } from '../../state/trace-view.ts';

/** Takes new values of some conditions; undefined takes a condition away. */
export type SetConditions = (
  changes: {
    readonly [K in keyof TraceConditions]?: TraceConditions[K] | undefined;
  },
) => void;

export interface EditorProps {
  readonly conditions: TraceConditions;
  readonly set: SetConditions;
}

/** What a chip says, and what its cross takes away. */
export interface ConditionChip {
  readonly key: string;
  readonly label: string;
  readonly without: Parameters<SetConditions>[0];
}

/** One thing that a trace can be asked to keep to. */
export interface Condition {
  readonly id: string;
  /** Its name, for the list of conditions and as the heading of its editor. */
  readonly name: string;
  /** What holds while nothing is set, said quietly; absent where it goes without saying. */
  readonly unset?: string;
  readonly editor: ComponentType<EditorProps>;
  /** To which questions it applies. */
  readonly asks: readonly TraceQuestion['kind'][];
}
