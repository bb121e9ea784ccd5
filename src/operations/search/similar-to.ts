import type { PostmortemRecord } from '../../record/record.ts';
import type { Reason } from '../../search/index.ts';
import type { IncidentRow } from '../incident/load.ts';
import type { StoredContext } from '../stored-operation.ts';
import { heldSearch } from './held-search.ts';
import { type FoundRow, foundRows, hiddenNumbers } from './seen.ts';
import { searchTexts } from './texts.ts';

/** What two incidents may share, and telling words of both. */
export const reasonKinds = ['alert', 'check', 'breaker', 'factor', 'service', 'cause', 'words'] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** An incident like another, with what both share. */
export type Alike = Pick<FoundRow, 'id' | 'title' | 'status' | 'severity' | 'visibility'> & {
  key: string;
  day: string;
  reasons: { what: ReasonKind; values: string[] }[];
};

const isKnown = (reason: Reason): reason is Reason & { what: ReasonKind } =>
  (reasonKinds as readonly string[]).includes(reason.what);

/** The incidents that the caller may see and that are most like one, as `record` tells it: it need not be kept yet. */
export async function similarTo(
  context: StoredContext,
  { status, template, number, createdAt }: IncidentRow,
  record: PostmortemRecord,
  limit: number,
): Promise<Alike[]> {
  const { database, config } = context;
  const [{ ask }, hidden] = await Promise.all([heldSearch(database, config.taxonomy), hiddenNumbers(context)]);
  const given = searchTexts(record);
  const severity = record.incident?.severity ?? null;
  const occurred = given.day ?? createdAt.slice(0, 10);
  const to = { ...given, number: String(number), seq: '0', occurred, status, template, severity };
  const found = await ask('similar', { to, hidden, most: limit });
  const rows = await foundRows(
    context,
    found.map((one) => one.number),
  );
  const reasonsOf = new Map(found.map((one) => [one.number, one.reasons.filter(isKnown)]));
  return rows.map((one) => ({
    id: one.id,
    key: `INC-${one.number}`,
    title: one.title,
    day: one.occurred,
    status: one.status,
    severity: one.severity,
    visibility: one.visibility,
    reasons: reasonsOf.get(Number(one.number)) ?? [],
  }));
}
