import pg from 'pg';
import { type Database, patienceMs } from './database.ts';
import { earlierEntry } from './earlier-entry.ts';
import { entryColumns, type EntryDraft, entryParameters, type EntryRow, entryRow } from './entry-row.ts';
import { type ChangeStatement, type PlainStatement, plainStatement, renumbered } from './plain-statement.ts';
import { StoreError } from './store-error.ts';
import { writeText } from './write-text.ts';
import { writeTogether } from './write-together.ts';

export type { EntryDraft } from './entry-row.ts';

/**
 * One statement, and how many rows it has to change (1 without; `any`: however many there are). `row` names the row it changes:
 * statements that change several take them in the order of their names, so that none waits for another in a circle.
 */
export type Change = { statement: ChangeStatement; rows?: number | 'any'; row?: string };

/** How to save once, from the second time on alone: whether it was, or a change found nothing to change. */
type Attempt = (together: boolean, until: number) => Promise<boolean>;

const saved = async (database: Database, { text, parameters }: PlainStatement, until: number): Promise<boolean> => {
  const { count } = await database.query({ text, values: parameters, once: true, until });
  return count === 1;
};

/** One change: its row is what the entry is inserted from. Those of several callers go together. */
function attemptOne(database: Database, { statement, row = '' }: Change, entry: EntryRow): Attempt {
  const { text: change, parameters } = plainStatement(database, statement);
  const alone = (until: number) => {
    const text = writeText(change, parameters.length, 1);
    return saved(database, { text, parameters: [...parameters, ...entry.values] }, until);
  };
  return async (together, until) => {
    const written = together ? await writeTogether(database, { change, parameters, row, entry, until }) : 'alone';
    return written === 'alone' ? alone(until) : written === 'saved';
  };
}

/** No change, or several: each is counted, and a wrong count ends the statement. */
function attemptSeveral(database: Database, changes: Change[], entry: EntryRow): Attempt {
  const parameters: unknown[] = [];
  const parts: string[] = [];
  const checks: string[] = [];
  for (const [index, { statement, rows = 1 }] of changes.entries()) {
    const change = plainStatement(database, statement);
    parts.push(`c${index} as (${renumbered(change.text, parameters.length)} returning 1)`);
    parameters.push(...change.parameters);
    if (rows !== 'any')
      checks.push(`expect_changes((select count(*) from c${index}), $${parameters.push(rows)}::bigint)`);
  }
  const before = parts.length === 0 ? '' : `with ${parts.join(', ')} `;
  const when = checks.length === 0 ? '' : ` where ${checks.join(' and ')}`;
  const text = `${before}insert into entry (${entryColumns}) select ${entryParameters(parameters.length + 1)}${when}`;
  return (_, until) => saved(database, { text, parameters: [...parameters, ...entry.values] }, until);
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
export async function commit(database: Database, changes: Change[], draft: EntryDraft): Promise<void> {
  const entry = entryRow(draft);
  const [only] = changes;
  const single = only !== undefined && changes.length === 1 && (only.rows ?? 1) === 1;
  const attempt = single ? attemptOne(database, only, entry) : attemptSeveral(database, changes, entry);
  const until = performance.now() + patienceMs;
  const ours = async () => {
    const earlier = await earlierEntry(database, entry.key, until);
    return earlier !== undefined && Buffer.compare(earlier.hash, entry.hash) === 0;
  };
  for (let doubtful = false; ; doubtful = true) {
    if (doubtful && (await ours())) return;
    try {
      if (await attempt(!doubtful, until)) return;
      throw new StoreError('store.conflict', 'a row was changed by somebody else');
    } catch (error) {
      if (!(error instanceof StoreError && error.code === 'store.unknown')) {
        // What this one met may be the one before, which was still under way when we looked for it.
        if (doubtful && (await ours())) return;
        throw failureOf(error);
      }
      if (performance.now() > until) throw error.cause;
    }
  }
}
