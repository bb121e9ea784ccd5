import { z } from 'zod';
import type { Reason } from '../../search/index.ts';
import { partsOfMany } from '../home/parts.ts';
import { loadIncident } from '../incident/load.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { heldSearch } from './held-search.ts';
import { foundRows, hiddenNumbers } from './seen.ts';
import { searchedParts, searchTexts } from './texts.ts';

/** Of a timeline no more is read. */
const mostBytes = 600_000;

const Input = z.strictObject({
  incident: z.string(),
  limit: z.coerce.number().int().min(1).max(20).default(5),
});
type Input = z.infer<typeof Input>;

/** What two incidents may share, and telling words of both. */
export const reasonKinds = ['alert', 'check', 'breaker', 'factor', 'service', 'cause', 'words'] as const;
const Similar = z.object({
  id: z.string(),
  key: z.string(),
  title: z.string(),
  day: z.string(),
  status: z.enum(['draft', 'inReview', 'approved', 'published', 'archived']),
  severity: z.string().nullable(),
  reasons: z.array(z.object({ what: z.enum(reasonKinds), values: z.array(z.string()) })),
});
const Output = z.object({ items: z.array(Similar) });
export type SimilarAnswer = z.infer<typeof Output>;

const isKnown = (reason: Reason): reason is Reason & { what: (typeof reasonKinds)[number] } =>
  (reasonKinds as readonly string[]).includes(reason.what);

async function find(context: StoredContext, { incident: name, limit }: Input): Promise<SimilarAnswer> {
  const incident = await loadIncident(context, name, 'incident.see');
  const { database, config } = context;
  const [{ ask }, hidden, records] = await Promise.all([
    heldSearch(database, config.taxonomy),
    hiddenNumbers(context),
    partsOfMany(database, [incident.id], searchedParts, mostBytes),
  ]);
  const record = records.get(incident.id) ?? {};
  const given = searchTexts(record);
  const { status, template, number } = incident;
  const severity = record.incident?.severity ?? null;
  const occurred = given.day ?? incident.createdAt.slice(0, 10);
  const to = { ...given, number: String(number), seq: '0', occurred, status, template, severity };
  const found = await ask('similar', { to, hidden, most: limit });
  const rows = await foundRows(
    context,
    found.map((one) => one.number),
  );
  const reasonsOf = new Map(found.map((one) => [one.number, one.reasons.filter(isKnown)]));
  return {
    items: rows.map((one) => ({
      id: one.id,
      key: `INC-${one.number}`,
      title: one.title,
      day: one.occurred,
      status: one.status,
      severity: one.severity,
      reasons: reasonsOf.get(Number(one.number)) ?? [],
    })),
  };
}

export const findSimilar: StoredOperation<Input, SimilarAnswer> = {
  name: 'incident.similar',
  sentence: 'Find the incidents you may see that are most like one, each with the reasons.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/similar' },
  run: find,
};
