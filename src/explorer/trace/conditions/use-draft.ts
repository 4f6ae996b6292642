import { useEffect, useState } from 'react';

/** What is typed, and not yet taken over: each step of the history is a question that somebody meant to ask. */
export interface Draft<T> {
  readonly value: T;
  readonly setValue: (value: T) => void;
  /** Takes the draft over, when it differs. */
  readonly commit: () => void;
  readonly onKeyDown: (event: { readonly key: string }) => void;
}

/** A draft of a value that somebody else can change, too. */
export function useDraft<T>(current: T, take: (value: T) => void): Draft<T> {
  const [value, setValue] = useState(current);
  useEffect(() => setValue(current), [current]);
  const commit = (): void => {
    if (value !== current) take(value);
  };
  return {
    value,
    setValue,
    commit,
    onKeyDown: ({ key }) => {
      if (key === 'Enter') commit();
    },
  };
}
