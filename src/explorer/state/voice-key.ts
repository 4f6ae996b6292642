import { z } from 'zod';
import { parseVoiceKey } from '../../evidence/voices.ts';

/** A voice as an address carries it: `source:gazette`. */
export const VoiceKey = z.string().refine((key) => parseVoiceKey(key) !== undefined);
