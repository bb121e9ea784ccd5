import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import { canonicalText } from '../ledger/canonical.ts';
import { entryHash } from '../ledger/entry-hash.ts';
import { type Database, patienceMs } from './database.ts';
import { earlierEntry } from './earlier-entry.ts';
import { StoreError } from './store-error.ts';

/** One data-changing statement without `returning`, and how many rows it has to change (1 without; `any`: however many there are). */
export type Change = { statement: RawBuilder<unknown>; rows?: number | 'any' };

/** What the ledger keeps of an operation. `payload` is what happened, `result` what a repeated request is answered. */
export type EntryDraft = {
  /** RFC 3339 instant. */
  at: string;
  /** `person:UUID`, `token:UUID` or `system`. */
  actor: string;
  operation: string;
  incidentId?: string | undefined;
  /** What was changed, in short: `timeline/UUID`. */
  subject: string;
  /** The key the client gave, unique per actor: a repeated request does nothing. */
  key?: string | undefined;
  payload: unknown;
  result: unknown;
  /** Sixteen random bytes, so that a hash of few possible payloads tells nothing. */
  salt: Uint8Array;
};

/** A draft as its row, with the key that finds it again. */
type Entry = EntryDraft & { key: string; hash: Uint8Array; text: string };

/** Keys of our own begin alike and go up, so that their index is written at its end. */
const processTag = randomUUID();
let made = 0;
const ownKey = (): string => `${processTag}.${String((made += 1)).padStart(12, '0')}`;

function entryOf(draft: EntryDraft): Entry {
  const { at, actor, operation, incidentId, subject, key = ownKey(), salt } = draft;
  const text = canonicalText({ at, actor, operation, incident: incidentId ?? null, subject, input: draft.payload });
  return { ...draft, key, text, hash: entryHash(salt, text) };
}

const rowOf = ({ at, actor, operation, incidentId, subject, key, salt, hash, text, result }: Entry) =>
  sql`${at}::timestamptz, ${actor}, ${operation}, ${incidentId ?? null}::uuid, ${subject}, ${key}, ${salt}::bytea, ${hash}::bytea, ${text}, ${JSON.stringify(result ?? null)}`;

const columns = sql`at, actor, operation, incident_id, subject, key, salt, hash, payload, result`;

/** One change: its row is what the entry is inserted from. Several: each is counted, and a wrong count ends the statement. */
function statementOf(changes: Change[], entry: Entry): RawBuilder<{ id: string }> {
  const [only, ...more] = changes;
  const row = rowOf(entry);
  if (only === undefined) return sql`insert into entry (${columns}) values (${row}) returning id`;
  if (more.length === 0 && (only.rows ?? 1) === 1)
    return sql`with c0 as (${only.statement} returning 1) insert into entry (${columns}) select ${row} from c0 returning id`;
  const parts = changes.map(({ statement }, index) => sql`${sql.ref(`c${index}`)} as (${statement} returning 1)`);
  const checks = changes.map(({ rows }, index) =>
    rows === 'any'
      ? sql`true`
      : sql`expect_changes((select count(*) from ${sql.ref(`c${index}`)}), ${rows ?? 1}::bigint)`,
  );
  return sql`with ${sql.join(parts)} insert into entry (${columns}) select ${row} where ${sql.join(checks, sql` and `)} returning id`;
}

/** A failure of the statement as one of ours; anything else comes back as it is. */
function failureOf(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  if (error.code === '23505' && error.constraint === 'entry_key')
    return new StoreError('store.repeated', 'this operation key was used before', { cause: error });
  // Somebody took the same name or number in the same moment: decided anew, the caller sees it.
  if (error.code === '23505') return new StoreError('store.conflict', error.message, { cause: error });
  if (error.code === 'HC409') return new StoreError('store.conflict', error.message, { cause: error });
  return error;
}

/**
 * Saves changes and their ledger entry in one statement, once, and gives the entry's id. When the answer is lost the entry's key
 * says whether it was saved; without a client's key it gets one for this. See docs/decisions/0007.
 * @throws StoreError `store.conflict` when a row was not as the change expects it, and nothing was saved
 * @throws StoreError `store.repeated` when the actor used the key before, and nothing was saved
 * @throws StoreError `store.unreachable` and the like when the outcome could not be learned in time
 */
export async function commit(database: Database, changes: Change[], draft: EntryDraft): Promise<string> {
  const entry = entryOf(draft);
  const { sql: text, parameters: values } = statementOf(changes, entry).compile(database.kysely);
  const until = performance.now() + patienceMs;
  const ours = async () => {
    const earlier = await earlierEntry(database, entry.actor, entry.key, until);
    return earlier !== undefined && Buffer.compare(earlier.hash, entry.hash) === 0 ? earlier.id : undefined;
  };
  for (let doubtful = false; ; doubtful = true) {
    const before = doubtful ? await ours() : undefined;
    if (before !== undefined) return before;
    try {
      const { rows } = await database.query<{ id: string }>({ text, values, once: true, until });
      if (rows[0] !== undefined) return rows[0].id;
      throw new StoreError('store.conflict', 'a row was changed by somebody else');
    } catch (error) {
      if (!(error instanceof StoreError && error.code === 'store.unknown')) {
        // What this one met may be the one before, which was still under way when we looked for it.
        const saved = doubtful ? await ours() : undefined;
        if (saved !== undefined) return saved;
        throw failureOf(error);
      }
      if (performance.now() > until) throw error.cause;
    }
  }
}
