import { Slider, Text } from '@mantine/core';
import { DEFAULT_TRACE, MOST_HOPS } from '../../../knowledge/trace-options.ts';
import type { EditorProps } from './condition.ts';
import classes from './conditions.module.css';
import { useDraft } from './use-draft.ts';

/** How many relations a trace may run over. */
export function DepthEditor({ conditions, set }: EditorProps) {
  const current = conditions.depth ?? DEFAULT_TRACE.depth;
  const take = (depth: number): void => set({ depth: depth === DEFAULT_TRACE.depth ? undefined : depth });
  const { value, setValue } = useDraft(current, take);
  return (
    <div className={classes['slider']}>
      <Text size="sm">
        At most {value} {value === 1 ? 'hop' : 'hops'}
      </Text>
      <Slider
        thumbLabel="Most hops"
        min={1}
        max={MOST_HOPS}
        step={1}
        label={null}
        marks={[
          { value: 1, label: '1' },
          { value: DEFAULT_TRACE.depth, label: String(DEFAULT_TRACE.depth) },
          { value: 8, label: '8' },
          { value: MOST_HOPS, label: String(MOST_HOPS) },
        ]}
        value={value}
        onChange={setValue}
        onChangeEnd={take}
      />
    </div>
  );
}
