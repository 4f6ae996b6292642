import { z } from 'zod';
import type { ReadFile } from './read-files.ts';

const ServedDocuments = z.array(z.object({ file: z.string(), text: z.string() }));

/** Fetches the documents that the server was given; none where it has no such list, as a server of plain files. */
export async function fetchDocuments(address: string, signal: AbortSignal): Promise<readonly ReadFile[]> {
  const response = await fetch(address, { signal });
  if (response.status === 404) return [];
  if (!response.ok) throw new Error(`The server answered ${response.status} for the documents.`);
  return ServedDocuments.parse(await response.json());
}
