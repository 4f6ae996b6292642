import type { VoiceView } from '../../knowledge/knowledge-base.ts';
import { listNames } from '../../knowledge/words.ts';
import { voiceName } from '../voices/voice-select.tsx';

/** The name of one side of a comparison, in full. */
export function sideName(voices: readonly VoiceView[]): string {
  return listNames(voices.map(voiceName));
}

/** A name cut at a word, for places where a whole title does not fit. It keeps what tells it from others: its start. */
export function shortName(name: string, most = 30): string {
  if (name.length <= most) return name;
  const cut = name.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,.:;]+$/u, '')}…`;
}
