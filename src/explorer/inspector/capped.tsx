import { type ReactNode, useState } from 'react';
import classes from './capped.module.css';
import { TextButton } from './text-button.tsx';

/** The first so many of a list, and the button that shows the rest: a relation may have a million claims. */
export function useCapped<T>(
  items: readonly T[],
  most: number,
  what: string,
): { readonly shown: readonly T[]; readonly more: ReactNode } {
  const [limit, setLimit] = useState(most);
  // One that would be left over is shown at once: a button takes as much room.
  if (items.length <= limit + 1) return { shown: items, more: null };
  const next = Math.min(items.length - limit, Math.max(most * 5, 50));
  return {
    shown: items.slice(0, limit),
    more: (
      <div className={classes['more']}>
        <TextButton onClick={() => setLimit(limit + next)}>
          Show {next === items.length - limit ? `the other ${next}` : `${next} more of ${items.length}`} {what}
        </TextButton>
      </div>
    ),
  };
}
