import { z } from 'zod';
import { readEntries } from '../../store/ledger/read-entries.ts';
import { loadIncident } from '../incident/load.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { actorNames } from './actor-names.ts';
import { knownParts } from './known-parts.ts';
import { toldChanges } from './told.ts';

const Input = z.strictObject({
  incident: z.string(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the page before: what happened earlier. */
  before: z.coerce.number().int().min(0).optional(),
});

const Told = z.object({
  /** Number of the entry in the ledger. */
  seq: z.number().int(),
  at: z.string(),
  actor: z.object({ id: z.string(), name: z.string() }),
  operation: z.string(),
  subject: z.string(),
  /** Field by field. `old` is absent where the ledger does not say what it was; null where there was nothing. */
  changes: z.array(z.object({ path: z.string(), old: z.unknown().optional(), new: z.unknown() })),
  /** What it said was erased on request. */
  erased: z.boolean(),
});
type Told = z.infer<typeof Told>;
const Page = z.object({ items: z.array(Told), next: z.number().int().optional() });

const entriesAtOnce = 500;

/** Tells an incident's entries from the first on, for only so it is known what a field was, and keeps the last `limit` before `before`. */
async function told(context: StoredContext, incidentId: string, limit: number, before: number): Promise<Told[]> {
  const parts = knownParts();
  const items: Told[] = [];
  for (let after = -1; ;) {
    const page = await readEntries(context.database, { after, limit: entriesAtOnce, incidentId });
    for (const { seq, at, actor, operation, subject, payload } of page) {
      if (seq >= before) return items;
      const input = payload === null ? undefined : (JSON.parse(payload) as { input?: object }).input;
      if (payload === null) {
        if (operation === 'record.apply') parts.forgetAll();
        else parts.forget(subject);
      }
      const changes = toldChanges(input ?? {}, subject, parts);
      items.push({ seq, at, actor: { id: actor, name: actor }, operation, subject, changes, erased: payload === null });
      // One more than wanted tells that there are earlier ones.
      if (items.length > limit + 1) items.shift();
    }
    const last = page.at(-1);
    if (last === undefined || page.length < entriesAtOnce) return items;
    after = last.seq;
  }
}

export const incidentHistory: StoredOperation<z.infer<typeof Input>, z.infer<typeof Page>> = {
  name: 'incident.history',
  sentence: 'Tell what happened to an incident, the latest first: who changed which field when, from what to what.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Page,
  route: { method: 'GET', path: '/incidents/{incident}/history' },
  run: async (context, { incident: reference, limit, before = Number.MAX_SAFE_INTEGER }) => {
    const incident = await loadIncident(context, reference, 'incident.see');
    const found = await told(context, incident.id, limit, before);
    const shown = found.slice(-limit).toReversed();
    const names = await actorNames(
      context,
      shown.map(({ actor }) => actor.id),
    );
    const items = shown.map((item) => ({
      ...item,
      actor: { ...item.actor, name: names.get(item.actor.id) ?? item.actor.id },
    }));
    const next = found.length > limit ? shown.at(-1)?.seq : undefined;
    return next === undefined ? { items } : { items, next };
  },
};
