import type { Database } from '../database.ts';
import { noteRepeat } from './note-repeat.ts';

/** A delivery on its way into the database. `body` is null when it lies in the evidence store. */
export type NewDelivery = {
  hookId: string;
  receivedAt: string;
  /** A UUID made of the hook and of what the sender calls the delivery. */
  identity: string;
  headers: string;
  bytes: number;
  body: Uint8Array | null;
  sha256: Uint8Array;
  masked: string | null;
};

type Waiting = NewDelivery & { resolve: () => void; reject: (error: unknown) => void };
type Lane = { waiting: Waiting[]; running: number };

/** Deliveries in one statement are a power of two, so that there are few wordings to prepare. */
const mostTogether = 64;
const mostBytes = 4_000_000;
/** While one statement waits for the disk, the next one is on its way. */
const mostRunning = 2;
/** A sender waits for its answer: better it comes again than that it gives up. */
const patienceMs = 5000;

const columns = ['uuid', 'timestamptz', 'uuid', 'json', 'integer', 'bytea', 'bytea', 'json'];
const texts = new Map<number, string>();

function textFor(count: number): string {
  const known = texts.get(count);
  if (known !== undefined) return known;
  const rows = Array.from({ length: count }, (_, row) => {
    const values = columns.map((type, index) => `$${row * columns.length + index + 1}::${type}`);
    return `(${values.join(', ')})`;
  });
  const text = `with stored as (
      insert into delivery (hook_id, received_at, identity, headers, bytes, body, sha256, masked) values ${rows.join(', ')}
      on conflict (identity) do nothing returning id, bytes, identity
    ), queued as (insert into delivery_waiting (delivery_id, bytes) select id, bytes from stored)
    select identity from stored`;
  texts.set(count, text);
  return text;
}

const lanes = new WeakMap<Database, Lane>();

/** The next few, in the order of their identities: two statements that hold the same ones never wait for each other in a circle. */
function nextGroup({ waiting }: Lane): Waiting[] {
  let [count, bytes] = [0, 0];
  for (const { body } of waiting.slice(0, mostTogether)) {
    bytes += body?.length ?? 0;
    if (count > 0 && bytes > mostBytes) break;
    count += 1;
  }
  const group = waiting.splice(0, 2 ** Math.floor(Math.log2(count)));
  return group.toSorted((a, b) => (a.identity < b.identity ? -1 : 1));
}

async function run(database: Database, group: Waiting[]): Promise<void> {
  try {
    const { rows } = await database.query<{ identity: string }>({
      text: textFor(group.length),
      values: group.flatMap((one) => [
        one.hookId,
        one.receivedAt,
        one.identity,
        one.headers,
        one.bytes,
        one.body,
        one.sha256,
        one.masked,
      ]),
      until: performance.now() + patienceMs,
    });
    const stored = new Set(rows.map(({ identity }) => identity));
    for (const { identity, hookId, receivedAt, resolve } of group) {
      // Of several with one identity, the first is the one that was stored.
      if (!stored.delete(identity)) noteRepeat(database, { identity, hookId, receivedAt });
      resolve();
    }
  } catch (error) {
    for (const { reject } of group) reject(error);
  }
}

function serve(database: Database, lane: Lane): void {
  while (lane.running < mostRunning && lane.waiting.length > 0) {
    lane.running += 1;
    void run(database, nextGroup(lane)).finally(() => {
      lane.running -= 1;
      serve(database, lane);
    });
  }
}

/**
 * Keeps a delivery durably, together with those that wait, and counts one that is there already. It can be repeated without harm.
 * @throws StoreError as `Database.query` does
 */
export function keepDelivery(database: Database, delivery: NewDelivery): Promise<void> {
  return new Promise((resolve, reject) => {
    let lane = lanes.get(database);
    if (lane === undefined) lanes.set(database, (lane = { waiting: [], running: 0 }));
    lane.waiting.push({ ...delivery, resolve, reject });
    serve(database, lane);
  });
}
