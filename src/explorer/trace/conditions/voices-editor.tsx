import { voiceKey } from '../../../evidence/voices.ts';
import { voicesOf } from '../../state/view.ts';
import { VoiceSelect } from '../../voices/voice-select.tsx';
import type { EditorProps } from './condition.ts';

/** Whose word counts. */
export function VoicesEditor({ conditions, set }: EditorProps) {
  return (
    <>
      <VoiceSelect
        label="Listen only to"
        placeholder="Everybody"
        value={voicesOf(conditions.only ?? [])}
        onChange={(voices) => set({ only: voices.map(voiceKey) })}
      />
      <VoiceSelect
        label="Leave out"
        placeholder="Nobody"
        value={voicesOf(conditions.without ?? [])}
        onChange={(voices) => set({ without: voices.map(voiceKey) })}
      />
    </>
  );
}
