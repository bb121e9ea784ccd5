import { z } from 'zod';
import { readEntries } from '../../store/ledger/read-entries.ts';
import { loadIncident } from '../incident/load.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { actorNames } from './actor-names.ts';
import { changesAt, mayBeOf } from './changes-at.ts';
import { knownParts } from './known-parts.ts';
import { toldChanges } from './told.ts';

const Input = z.strictObject({
  incident: z.string(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the page before: what happened earlier. */
  before: z.coerce.number().int().min(0).optional(),
  /** Only what happened to this: a part (`summary`), a field (`summary.text`), an entry (`timeline/ID`), a field of one, or `status`. */
  path: z.string().min(1).max(300).optional(),
});

const Who = z.object({ id: z.string(), name: z.string() });

const Told = z.object({
  /** Number of the entry in the ledger. */
  seq: z.number().int(),
  at: z.string(),
  actor: Who,
  operation: z.string(),
  subject: z.string(),
  /** Who wrote a text together, when it were several; `actor` is then Hindcast, which wrote it down. */
  authors: z.array(Who).optional(),
  /**
   * Field by field. `old` is absent where the ledger does not say what it was; null where there was nothing. `edits` stand in place of
   * both where the ledger does not hold the text that was edited either.
   */
  changes: z.array(
    z.object({
      path: z.string(),
      old: z.unknown().optional(),
      new: z.unknown().optional(),
      edits: z.array(z.object({ from: z.number(), to: z.number(), insert: z.string() })).optional(),
    }),
  ),
  /** Who proposed what the actor accepted. */
  proposedBy: Who.optional(),
  /** What it said was erased on request. */
  erased: z.boolean(),
});
type Told = z.infer<typeof Told>;
const Page = z.object({ items: z.array(Told), next: z.number().int().optional() });

/** What entries say, as far as it is no change of a field. */
type Said = Parameters<typeof toldChanges>[0] & { authors?: string[]; proposal?: unknown };

/** Who proposed what an entry did, where it was proposed; an entry about a proposal names it alone. */
function proposerOf({ proposal }: Said): { proposedBy?: z.infer<typeof Who> } {
  const by = (proposal as { by?: unknown } | undefined)?.by;
  return typeof by === 'string' ? { proposedBy: { id: by, name: by } } : {};
}

const entriesAtOnce = 500;

type Wish = { limit: number; before: number; path: string | undefined };

/** Tells an incident's entries from the first on, for only so it is known what a field was, and keeps the last `limit` before `before`. */
async function told(context: StoredContext, incidentId: string, { limit, before, path }: Wish): Promise<Told[]> {
  const parts = knownParts();
  const items: Told[] = [];
  for (let after = -1; ;) {
    const { entries, more } = await readEntries(context.database, { after, limit: entriesAtOnce, incidentId });
    for (const { seq, at, actor, operation, subject, payload } of entries) {
      if (seq >= before) return items;
      const input = payload === null ? undefined : (JSON.parse(payload) as { input?: Said }).input;
      if (payload === null) {
        if (subject === 'document') parts.forgetAll();
        else parts.forget(subject);
      }
      const all = toldChanges(input ?? {}, subject, parts);
      const erased = payload === null;
      const changes = path === undefined ? all : changesAt(all, path, input?.record);
      if (path !== undefined && changes.length === 0 && !(erased && mayBeOf(subject, path))) continue;
      const together = (input?.authors ?? []).map((id) => ({ id, name: id }));
      const authors = together.length > 1 ? { authors: together } : {};
      const who = { actor: { id: actor, name: actor }, ...authors, ...proposerOf(input ?? {}) };
      items.push({ seq, at, ...who, operation, subject, changes, erased });
      // One more than wanted tells that there are earlier ones.
      if (items.length > limit + 1) items.shift();
    }
    const last = entries.at(-1);
    if (last === undefined || !more) return items;
    after = last.seq;
  }
}

export const incidentHistory: StoredOperation<z.infer<typeof Input>, z.infer<typeof Page>> = {
  name: 'incident.history',
  sentence:
    'Tell what happened to an incident or one field of it, the latest first: who changed what when, from what to what.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Page,
  route: { method: 'GET', path: '/incidents/{incident}/history' },
  run: async (context, { incident: reference, limit, before = Number.MAX_SAFE_INTEGER, path }) => {
    const incident = await loadIncident(context, reference, 'incident.see');
    const found = await told(context, incident.id, { limit, before, path });
    const shown = found.slice(-limit).toReversed();
    const names = await actorNames(
      context,
      shown.flatMap(({ actor, authors = [], proposedBy }) =>
        [actor, ...authors, ...(proposedBy === undefined ? [] : [proposedBy])].map(({ id }) => id),
      ),
    );
    const named = ({ id }: z.infer<typeof Who>) => ({ id, name: names.get(id) ?? id });
    const items = shown.map(({ authors, proposedBy, ...item }) => ({
      ...item,
      actor: named(item.actor),
      ...(authors === undefined ? {} : { authors: authors.map(named) }),
      ...(proposedBy === undefined ? {} : { proposedBy: named(proposedBy) }),
    }));
    const next = found.length > limit ? shown.at(-1)?.seq : undefined;
    return next === undefined ? { items } : { items, next };
  },
};
