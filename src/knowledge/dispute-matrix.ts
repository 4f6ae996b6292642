import type { WeighedClaim } from '../evidence/fuse.ts';
import { UNNAMED } from '../evidence/voices.ts';
import { type Claim, isNamed } from '../model/claim.ts';
import { groupBy } from '../model/group-by.ts';
import { byCodePoint } from '../model/order.ts';
import type { Dispute, Mark, Matrix, MatrixRow } from './knowledge-base.ts';
import type { Views } from './views.ts';

type RepeatRow = { speaker: string; source: MatrixRow['repeats'][number]['source']; marks: (Mark | null)[] };

function markOf(claims: readonly WeighedClaim[]): Mark | null {
  const marks = new Set(
    claims.map(({ claim, bearing }): Mark => {
      if (bearing === 'exclusion') return '×';
      return claim.stance === 'asserts' ? '+' : claim.stance === 'denies' ? '−' : '?';
    }),
  );
  if (marks.has('+') && marks.size > 1) return '±';
  return marks.has('−') ? '−' : ([...marks][0] ?? null);
}

/** A speaker in a source. Two who bear one name are two. */
function repeatKey({ speaker, source }: Claim): string {
  return `${source} ${isNamed(speaker) ? speaker : `${UNNAMED} ${speaker.unnamed}`}`;
}

/** Origins by disputed relations, with what each says; what is not counted stands apart. */
export function disputeMatrix(views: Views, disputes: readonly Dispute[], total: number): Matrix {
  const columns = disputes.flatMap(({ relation, kind }) => (relation === undefined ? [] : [{ relation, kind }]));
  const rows = new Map<string, { label: string; marks: (Mark | null)[]; repeats: Map<string, RepeatRow> }>();
  columns.forEach(({ relation }, column) => {
    const found = views.relation(relation.id);
    if (found === undefined) throw new RangeError(`no relation ${relation.id}`);
    const { evidence } = found;
    for (const [origin, claims] of groupBy(evidence.claims, (claim) => claim.origin)) {
      const label = evidence.origins.find((one) => one.origin.id === origin)?.origin.label ?? origin;
      const row = rows.get(origin) ?? {
        label,
        marks: columns.map(() => null),
        repeats: new Map<string, RepeatRow>(),
      };
      rows.set(origin, row);
      row.marks[column] = markOf(claims.filter((claim) => claim.counted > 0));
      const uncounted = claims.filter((claim) => claim.counted === 0);
      for (const [key, repeats] of groupBy(uncounted, ({ claim }) => repeatKey(claim))) {
        const [first] = repeats;
        if (first === undefined) continue;
        const { speaker, source } = views.claim(first.claim);
        const own = row.repeats.get(key) ?? {
          speaker: speaker.name,
          source: { id: source.id, title: source.title },
          marks: columns.map((): Mark | null => null),
        };
        own.marks[column] = markOf(repeats);
        row.repeats.set(key, own);
      }
    }
  });
  const spoken = (marks: readonly (Mark | null)[]): number => marks.filter((mark) => mark !== null).length;
  return {
    columns,
    total,
    rows: [...rows]
      .map(
        ([origin, { label, marks, repeats }]): MatrixRow => ({
          origin,
          label,
          marks,
          repeats: [...repeats].toSorted(([a], [b]) => byCodePoint(a, b)).map(([, repeat]) => repeat),
        }),
      )
      .toSorted((a, b) => spoken(b.marks) - spoken(a.marks) || byCodePoint(a.origin, b.origin)),
  };
}
