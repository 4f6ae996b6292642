import { NumberInput } from '@mantine/core';
import type { EditorProps } from './condition.ts';
import { useDraft } from './use-draft.ts';

/** What the knowledge base takes where nothing is told. */
const DEFAULT_BUDGET = 12;

/** How many relations may join three and more. */
export function BudgetEditor({ conditions, set }: EditorProps) {
  const draft = useDraft(conditions.budget ?? DEFAULT_BUDGET, (budget) =>
    set({ budget: budget === DEFAULT_BUDGET ? undefined : budget }),
  );
  return (
    <NumberInput
      label="Most relations"
      description="Those that join come first; what is left of the number adds further links."
      size="sm"
      min={1}
      max={100}
      clampBehavior="strict"
      allowDecimal={false}
      value={draft.value}
      onChange={(value) => draft.setValue(typeof value === 'number' && value >= 1 ? value : DEFAULT_BUDGET)}
      onBlur={draft.commit}
      onKeyDown={draft.onKeyDown}
    />
  );
}
