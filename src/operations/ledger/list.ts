import { z } from 'zod';
import { type EntryPage, type KeptEntry, mostPageBytes, readEntries } from '../../store/ledger/read-entries.ts';
import type { Actor } from '../access/actor.ts';
import { loadIncident } from '../incident/load.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { base64 } from './base64.ts';
import { Seq } from './numbers.ts';
import { seesEntry, seesPayload } from './sees-entry.ts';

const Instant = z.iso.datetime({ offset: true });

const Input = z.strictObject({
  /** The last number of the page before, when the oldest come first. */
  after: z.union([z.literal('-1'), Seq]).default('-1'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  order: z.enum(['oldest', 'newest']).default('oldest'),
  /** The last number of the page before, when the newest come first. */
  before: Seq.optional(),
  incident: z.string().max(100).optional(),
  actor: z.string().max(100).optional(),
  operation: z.string().max(100).optional(),
  since: Instant.optional(),
  until: Instant.optional(),
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

type Found = Awaited<ReturnType<typeof readEntries>>;

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
 * A page of those only that the caller may see: of what was asked for by actor, operation or time, a number alone, even that of the
 * next page, would tell who did what to an incident that is not theirs, and when.
 */
async function seenEntries({ actor, database }: StoredContext, page: EntryPage): Promise<Found> {
  const limit = Math.max(page.limit, leastAtOnce);
  const seen: KeptEntry[] = [];
  let bytes = 0;
  for (let { after, before } = page; seen.length < page.limit && bytes < mostPageBytes;) {
    const { entries, more } = await readEntries(database, { ...page, after, before, limit });
    const visible = entries.filter((entry) => seesEntry(actor, entry));
    seen.push(...visible);
    bytes += visible.reduce((sum, { payload }) => sum + (payload?.length ?? 0), 0);
    const last = entries.at(-1);
    if (last === undefined || !more) break;
    if (before === undefined) after = last.seq;
    else before = last.seq;
  }
  return { entries: seen.slice(0, page.limit), more: seen.length >= page.limit || bytes >= mostPageBytes };
}

export const listEntries: StoredOperation<z.infer<typeof Input>, z.infer<typeof Page>> = {
  name: 'ledger.list',
  sentence:
    'List the entries of the ledger by number, all of them or those of an incident, an actor, an operation or a time.',
  permission: 'ledger.see',
  effect: 'read',
  input: Input,
  output: Page,
  route: { method: 'GET', path: '/ledger/entries' },
  run: async (context, { after, limit, order, before: end, incident: reference, actor: by, ...asked }) => {
    const { actor, database } = context;
    const incident = reference === undefined ? undefined : await loadIncident(context, reference, 'incident.see');
    const before = order === 'newest' ? (end ?? Number.MAX_SAFE_INTEGER) : undefined;
    const page = { after: Number(after), before, limit, incidentId: incident?.id, actor: by, ...asked };
    const filtered = [by, ...Object.values(asked)].some((wish) => wish !== undefined);
    const { entries, more } = filtered ? await seenEntries(context, page) : await readEntries(database, page);
    const items = entries.map((entry) => itemOf(actor, entry));
    const last = entries.at(-1);
    return more && last !== undefined ? { items, next: last.seq } : { items };
  },
};
