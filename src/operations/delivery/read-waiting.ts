import { randomBytes } from 'node:crypto';
import type { Source } from '../../sources/index.ts';
import type { Database } from '../../store/database.ts';
import { entryColumns, entryParameters, entryRow } from '../../store/entry-row.ts';
import type { EvidenceStore } from '../../store/evidence/index.ts';
import { actorName, sourceActor } from '../access/actor.ts';
import { HindcastError } from '../errors.ts';
import { bodyOf } from './body.ts';
import { type Outcome, readBody, type Stored } from './read-body.ts';
import { keepSignals } from './keep-signals.ts';

type Client = Awaited<ReturnType<Database['connect']>>;

/** What a reader stands on: a connection of its own, and what it tells of its work. */
export type Reader = {
  client: Client;
  evidence: EvidenceStore;
  now: () => string;
  /** Sources that the team described. */
  described?: readonly Source[];
  /** Called before each delivery, so that somebody else knows which one a reader did not survive. */
  begins?: (id: string) => void;
};

/** Deliveries read in one go, and their bytes together. */
const mostTogether = 256;
const mostBytes = 8_000_000;

/** Takes the next deliveries that nobody else reads. They are free again when this connection ends. */
async function take({ client }: Reader): Promise<string[]> {
  const { rows } = await client.query<{ id: string; bytes: number }>({
    name: 'take-waiting',
    text: `select delivery_id as id, bytes from delivery_waiting order by delivery_id limit ${mostTogether} for update skip locked`,
  });
  let bytes = 0;
  const fitting = rows.findIndex((row, index) => (bytes += row.bytes) > mostBytes && index > 0);
  return rows.slice(0, fitting < 0 ? rows.length : fitting).map(({ id }) => id);
}

type Row = Stored & { body: Uint8Array | null; digest: Uint8Array; failed: boolean | null };

async function load({ client }: Reader, ids: string[]): Promise<Row[]> {
  const { rows } = await client.query<Row>({
    name: 'load-waiting',
    text: `select d.id, d.hook_id as "hookId", h.source, h.service, d.received_at as "receivedAt", d.headers, d.body, d.sha256 as digest,
        encode(d.sha256, 'hex') as sha256, (select r.reason is not null from reading r where r.delivery_id = d.id) as failed
      from delivery d join hook h on h.id = d.hook_id where d.id = any($1::bigint[]) order by d.id`,
    values: [ids],
  });
  return rows;
}

/** An original that is gone for good: others wait behind it, and would for ever. */
const isGone = (error: unknown): error is HindcastError =>
  error instanceof HindcastError && (error.code === 'evidence.lost' || error.code === 'evidence.corrupt');

async function outcomeOf({ evidence, begins, described }: Reader, row: Row): Promise<Outcome> {
  begins?.(row.id);
  try {
    return readBody(row, await bodyOf(evidence, { body: row.body, sha256: row.digest }), described);
  } catch (error) {
    if (!isGone(error)) throw error;
    return { reason: `${error.message}. ${error.remedy}`, signals: [], ignored: [] };
  }
}

type Read = Row & { outcome: Outcome };

/** Says how the readings ended, and counts them by hook; one that is read again is counted once. */
async function settle({ client, now }: Reader, ids: string[], read: readonly Read[]): Promise<void> {
  const readings = read.map(({ id, outcome: { reason, signals, ignored } }) => ({
    id,
    reason,
    signals: signals.length,
    ignored: ignored.length === 0 ? null : ignored,
  }));
  await client.query({
    name: 'settle-readings',
    text: `insert into reading (delivery_id, at, reason, signals, ignored)
      select id, $1::timestamptz, reason, signals, ignored
      from json_to_recordset($2::json) as given (id bigint, reason text, signals integer, ignored json)
      on conflict (delivery_id) do update set at = excluded.at, reason = excluded.reason, signals = excluded.signals, ignored = excluded.ignored`,
    values: [now(), JSON.stringify(readings)],
  });
  await client.query({
    name: 'free-waiting',
    text: 'delete from delivery_waiting where delivery_id = any($1::bigint[])',
    values: [ids],
  });
  const tallies = [...Map.groupBy(read, ({ hookId }) => hookId)].map(([hook, own]) => ({
    hook,
    received: own.filter(({ failed }) => failed === null).length,
    unread: own.reduce(
      (sum, { failed, outcome }) => sum + Number(outcome.reason !== null) - Number(failed === true),
      0,
    ),
    last: new Date(Math.max(...own.map(({ receivedAt }) => receivedAt.getTime()))).toISOString(),
  }));
  // In one order, so that two readers never wait for each other in a circle.
  await client.query({
    name: 'tally-hooks',
    text: `with given as (
        select given.* from json_to_recordset($1::json) as given (hook uuid, received integer, unread integer, last timestamptz)
        join hook_tally t on t.hook_id = given.hook order by given.hook for no key update of t)
      update hook_tally set received = hook_tally.received + given.received, unread = hook_tally.unread + given.unread,
        last_at = greatest(last_at, given.last) from given where hook_tally.hook_id = given.hook`,
    values: [JSON.stringify(tallies)],
  });
}

/** Enters into the ledger what was read, so that whoever listens hears of it. */
async function enter({ client, now }: Reader, read: readonly Read[], signals: number): Promise<void> {
  const { values } = entryRow({
    at: now(),
    actor: actorName(sourceActor),
    operation: 'delivery.read',
    subject: `delivery/${read[0]?.id ?? ''}`,
    payload: { deliveries: read.map(({ sha256 }) => sha256), signals },
    result: null,
    salt: randomBytes(16),
  });
  const text = `insert into entry (${entryColumns}) values (${entryParameters(1)})`;
  await client.query({ name: 'enter-reading', text, values });
}

/**
 * Reads deliveries that wait, the oldest first, in one transaction: signals, how each reading ended, counts, and an entry of the
 * ledger, or nothing. Several may do so at once, in several processes. Answers how many were read.
 */
export async function readWaiting(reader: Reader): Promise<number> {
  const { client } = reader;
  await client.query('begin');
  try {
    const ids = await take(reader);
    const read: Read[] = [];
    for (const row of ids.length === 0 ? [] : await load(reader, ids))
      read.push({ ...row, body: null, outcome: await outcomeOf(reader, row) });
    if (read.length > 0) {
      const signals = await keepSignals(client, read);
      await settle(reader, ids, read);
      await enter(reader, read, signals);
    }
    await client.query('commit');
    return read.length;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
