import { Slider, Switch, Text } from '@mantine/core';
import { percent } from '../../../knowledge/words.ts';
import type { EditorProps } from './condition.ts';
import classes from './conditions.module.css';
import { useDraft } from './use-draft.ts';

/** Which relations are strong enough to be walked. A denied one never is. */
export function StrengthEditor({ conditions, set }: EditorProps) {
  const current = Math.round((conditions.minBelief ?? 0) * 100);
  const take = (whole: number): void => set({ minBelief: whole === 0 ? undefined : whole / 100 });
  const { value, setValue } = useDraft(current, take);
  return (
    <>
      <Switch
        size="sm"
        label="Not over disputed relations"
        checked={conditions.noDisputed === true}
        onChange={({ currentTarget: { checked } }) => set({ noDisputed: checked ? true : undefined })}
      />
      <Switch
        size="sm"
        label="Also over those with too little evidence"
        checked={conditions.includeUnknown === true}
        onChange={({ currentTarget: { checked } }) => set({ includeUnknown: checked ? true : undefined })}
      />
      <div className={classes['slider']}>
        <Text size="sm">{value === 0 ? 'Any belief' : `At least ${percent(value / 100)} for each hop`}</Text>
        <Slider
          thumbLabel="Least belief, in percent"
          min={0}
          max={95}
          step={5}
          label={null}
          marks={[
            { value: 0, label: 'any' },
            { value: 50, label: '50 %' },
            { value: 95, label: '95 %' },
          ]}
          value={value}
          onChange={setValue}
          onChangeEnd={take}
        />
      </div>
    </>
  );
}
