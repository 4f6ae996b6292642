import type { DocumentFile } from '../formats/documents/read-documents.ts';
import type { Claim, Locator } from '../model/claim.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { Issue, IssuePath, Place } from '../model/issue.ts';
import { type DocumentMatches, matchDocuments } from '../model/match-documents.ts';
import { type Found, findPassages } from '../model/passage.ts';

/** How the passages of one source's claims stand in its document. */
export interface SourceCheck {
  readonly source: string;
  readonly title: string;
  /** Absent where no document was given for it. */
  readonly file?: string;
  readonly matchedBy?: 'fingerprint' | 'file name' | 'passages';
  readonly claims: number;
  readonly exact: number;
  readonly moved: number;
  readonly changed: number;
  readonly missing: number;
  readonly withoutLocator: number;
}

export interface DocumentsCheck {
  readonly sources: readonly SourceCheck[];
  /** Files that belong to no source. */
  readonly unmatched: readonly string[];
  readonly findings: readonly Issue[];
}

type Located = Claim & { readonly locator: Locator };

function isLocated(claim: Claim): claim is Located {
  return claim.locator !== undefined;
}

/** A finding about a passage that does not stand where its claim says; undefined where it does. */
function passageIssue(
  found: Found,
  claim: Located,
  file: string,
): Pick<Issue, 'code' | 'severity' | 'message' | 'expected' | 'got' | 'remedy'> | undefined {
  const { paragraph, start, end } = claim.locator;
  const expected = `the passage in paragraph ${paragraph}, code points ${start}–${end} of ${file}`;
  if (found.status === 'exact') return undefined;
  if (found.status === 'moved') {
    return {
      code: 'passage-moved',
      severity: 'warning',
      message: 'The passage stands at another place of the document',
      expected,
      got: `code points ${found.start}–${found.end}${found.copies > 1 ? `, the nearest of ${found.copies} places` : ''}`,
      remedy: 'Renew the locator with `ascribe locate`',
    };
  }
  if (found.status === 'changed') {
    return {
      code: 'passage-changed',
      severity: 'error',
      message: 'Other text stands where the passage stood',
      expected,
      got: `another text at code points ${found.start}–${found.end}`,
      remedy: 'Read the place again, and code the claim anew if it still holds',
    };
  }
  return {
    code: 'passage-missing',
    severity: 'error',
    message: 'The passage stands nowhere in the document',
    expected,
    remedy: 'Check the document, or take the claim out',
  };
}

/**
 * Checks every locator of a graph against the documents. Moved passages and claims without a locator are warnings,
 * changed and missing ones errors; so is a source whose claims have locators but no document was given.
 */
export function checkDocuments(
  graph: GraphDocument,
  documents: readonly DocumentFile[],
  placeOf: (path: IssuePath) => Place,
): DocumentsCheck {
  const { matched, unmatched }: DocumentMatches = matchDocuments(graph, documents);
  const findings: Issue[] = [];
  const indexOf = new Map(graph.claims.map((claim, i) => [claim.id, i]));
  const tell = (path: IssuePath, id: string, issue: Pick<Issue, 'code' | 'severity' | 'message'>): void => {
    findings.push({ path, id, ...placeOf(path), ...issue });
  };
  const sources = graph.sources.map((source, i): SourceCheck => {
    const claims = graph.claims.filter((claim) => claim.source === source.id);
    const located = claims.filter(isLocated);
    const document = matched.find((candidate) => candidate.source === source.id);
    const found =
      document === undefined
        ? []
        : findPassages(
            document.text,
            located.map((claim) => claim.locator),
          );
    if (document === undefined && claims.length > 0) {
      tell(['sources', i], source.id, {
        code: 'document-missing',
        severity: located.length > 0 ? 'error' : 'warning',
        message: `No document was given for the source, so ${claims.length} claims cannot be checked`,
      });
    }
    if (document !== undefined && source.sha256 !== undefined && source.sha256 !== document.text.sha256) {
      findings.push({
        code: 'document-changed',
        severity: 'warning',
        path: ['sources', i, 'sha256'],
        id: source.id,
        ...placeOf(['sources', i, 'sha256']),
        message: `The document ${document.file} is not the text that was coded`,
        expected: source.sha256,
        got: document.text.sha256,
        remedy: 'Check its claims, then renew the sha256',
      });
    }
    const placeOfClaim = new Map(located.map((claim, i) => [claim.id, found[i]]));
    for (const claim of claims) {
      const path = ['claims', indexOf.get(claim.id) ?? 0];
      if (!isLocated(claim)) {
        tell(path, claim.id, {
          code: 'missing-locator',
          severity: 'warning',
          message: 'The claim says nowhere where it stands in its document, so it cannot be checked',
        });
        continue;
      }
      const place = placeOfClaim.get(claim.id);
      const { paragraph, start } = claim.locator;
      if (place?.status === 'exact' && document !== undefined && document.text.paragraphAt(start) !== paragraph) {
        tell([...path, 'locator', 'paragraph'], claim.id, {
          code: 'contradictory',
          severity: 'warning',
          message: `The passage stands in paragraph ${document.text.paragraphAt(start)}, not in ${paragraph}`,
        });
      }
      const issue = place === undefined ? undefined : passageIssue(place, claim, document?.file ?? source.id);
      if (issue !== undefined) tell([...path, 'locator'], claim.id, issue);
    }
    const count = (status: Found['status']): number => found.filter((place) => place.status === status).length;
    return {
      source: source.id,
      title: source.title,
      ...(document === undefined ? {} : { file: document.file, matchedBy: document.matchedBy }),
      claims: claims.length,
      exact: count('exact'),
      moved: count('moved'),
      changed: count('changed'),
      missing: document === undefined ? located.length : count('missing'),
      withoutLocator: claims.length - located.length,
    };
  });
  return { sources, unmatched, findings };
}
