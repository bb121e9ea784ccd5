import { z } from 'zod';
import { type EntryPage, type KeptEntry, readEntries } from '../../store/ledger/read-entries.ts';
import type { Actor } from '../access/actor.ts';
import { loadIncident } from '../incident/load.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { base64 } from './base64.ts';
import { Seq } from './numbers.ts';
import { seesEntry, seesPayload } from './sees-entry.ts';

const Input = z.strictObject({
  /** The last number of the page before. */
  after: z.union([z.literal('-1'), Seq]).default('-1'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  incident: z.string().max(100).optional(),
  actor: z.string().max(100).optional(),
  operation: z.string().max(100).optional(),
});

/** An entry. Of one that the caller may not see, number and hash only: they are what the tree is made of. */
const Item = z.object({
  seq: z.number().int(),
  hash: z.string(),
  at: z.string().optional(),
  actor: z.string().optional(),
  operation: z.string().optional(),
  incident: z.string().nullable().optional(),
  subject: z.string().optional(),
  /** SHA-256 over the salt's bytes and the payload's is `hash`. Both are null once they were erased. */
  salt: z.string().nullable().optional(),
  payload: z.string().nullable().optional(),
});
type Item = z.infer<typeof Item>;
const Page = z.object({ items: z.array(Item), next: z.number().int().optional() });

/** Entries read at once where some may not be shown. */
const leastAtOnce = 100;

function itemOf(actor: Actor, entry: KeptEntry): Item {
  const { seq, hash, at, actor: by, operation, incidentId: incident, subject, salt, payload } = entry;
  const known = { seq, hash: base64(hash) };
  if (!seesEntry(actor, entry)) return known;
  const about = { ...known, at, actor: by, operation, incident, subject };
  return seesPayload(actor, entry) ? { ...about, salt: salt && base64(salt), payload } : about;
}

/**
 * A page of those only that the caller may see: of what was asked for by actor or operation, a number alone, even that of the next
 * page, would tell who did what to an incident that is not theirs.
 */
async function seenEntries({ actor, database }: StoredContext, page: EntryPage): Promise<KeptEntry[]> {
  const seen: KeptEntry[] = [];
  for (let { after } = page; seen.length < page.limit;) {
    const entries = await readEntries(database, { ...page, after, limit: Math.max(page.limit, leastAtOnce) });
    seen.push(...entries.filter((entry) => seesEntry(actor, entry)));
    const last = entries.at(-1);
    if (last === undefined) break;
    after = last.seq;
  }
  return seen.slice(0, page.limit);
}

export const listEntries: StoredOperation<z.infer<typeof Input>, z.infer<typeof Page>> = {
  name: 'ledger.list',
  sentence: 'List the entries of the ledger by number, all of them or those of an incident, an actor or an operation.',
  permission: 'ledger.see',
  effect: 'read',
  input: Input,
  output: Page,
  route: { method: 'GET', path: '/ledger/entries' },
  run: async (context, { after, limit, incident: reference, actor: by, operation }) => {
    const { actor, database } = context;
    const incident = reference === undefined ? undefined : await loadIncident(context, reference, 'incident.see');
    const page = { after: Number(after), limit, incidentId: incident?.id, actor: by, operation };
    const filtered = by !== undefined || operation !== undefined;
    const entries = filtered ? await seenEntries(context, page) : await readEntries(database, page);
    const items = entries.map((entry) => itemOf(actor, entry));
    const last = entries.at(-1);
    return entries.length === limit && last !== undefined ? { items, next: last.seq } : { items };
  },
};
