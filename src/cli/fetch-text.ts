import { decodeText } from '../formats/decode-text.ts';
import { UsageError } from '../model/issue.ts';

const MAX_BYTES = 20 * 1024 * 1024;
const TIMEOUT_MS = 15_000;

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} seconds`;
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

/**
 * Fetches a text over http or https: at most 20 MB, within 15 seconds. Throws a UsageError that names the address and
 * what went wrong.
 */
export async function fetchText(address: string): Promise<string> {
  const fail = (why: string): UsageError => new UsageError(`The graph cannot be fetched from ${address}: ${why}.`);
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { accept: 'application/json' },
    });
    if (!response.ok) throw fail(`the server answered ${response.status} ${response.statusText}`.trimEnd());
    const parts: Uint8Array[] = [];
    let length = 0;
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
      length += part.value.length;
      if (length > MAX_BYTES) {
        await reader?.cancel();
        throw fail(`it is larger than ${MAX_BYTES / 1024 / 1024} MB`);
      }
      parts.push(part.value);
    }
    const decoded = decodeText(Buffer.concat(parts));
    if ('text' in decoded) return decoded.text;
    throw fail(`it is not valid UTF-8 (byte ${decoded.offset})`);
  } catch (error) {
    throw error instanceof UsageError ? error : fail(reason(error));
  }
}
