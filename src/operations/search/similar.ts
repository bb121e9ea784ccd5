import { z } from 'zod';
import { partsOfMany } from '../home/parts.ts';
import { loadIncident } from '../incident/load.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { reasonKinds, similarTo } from './similar-to.ts';
import { searchedParts } from './texts.ts';

/** Of a timeline no more is read. */
const mostBytes = 600_000;

const Input = z.strictObject({
  incident: z.string(),
  limit: z.coerce.number().int().min(1).max(20).default(5),
});
type Input = z.infer<typeof Input>;

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

async function find(context: StoredContext, { incident: name, limit }: Input): Promise<SimilarAnswer> {
  const incident = await loadIncident(context, name, 'incident.see');
  const records = await partsOfMany(context.database, [incident.id], searchedParts, mostBytes);
  const found = await similarTo(context, incident, records.get(incident.id) ?? {}, limit);
  return { items: found.map(({ visibility: _visibility, ...one }) => one) };
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
