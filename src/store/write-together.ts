import pg from 'pg';
import type { Database } from './database.ts';
import type { EntryRow } from './entry-row.ts';
import { writeText } from './write-text.ts';

/** A change and its entry on their way: the change's text and its parameters, and the row it changes. */
export type Write = { change: string; parameters: readonly unknown[]; row: string; entry: EntryRow; until: number };

/** `nothing` when the change found nothing to change; `alone` when nothing was saved because of a neighbour. */
type Written = 'saved' | 'nothing' | 'alone';

type Waiting = Write & { bytes: number; resolve: (written: Written) => void; reject: (error: unknown) => void };
/** `waiting`, those who wait; `running`, statements under way, and `writing`, the writes in them. */
type Lane = { waiting: Waiting[]; running: number; writing: number };

const mostTogether = 16;
/** Statements of one wording under way. Another has its price, so it waits until so many can share it. */
const mostRunning = 3;
const fewestInNext = 5;
const mostBytes = 500_000;

const lanes = new WeakMap<Database, Map<string, Lane>>();

function laneOf(database: Database, change: string): Lane {
  let all = lanes.get(database);
  if (all === undefined) lanes.set(database, (all = new Map()));
  let lane = all.get(change);
  if (lane === undefined) all.set(change, (lane = { waiting: [], running: 0, writing: 0 }));
  return lane;
}

/** Half of all who write, so that one half is prepared while the other is on its way; a few go at once. */
function nextGroup({ waiting, writing }: Lane): Waiting[] {
  const half = Math.ceil((waiting.length + writing) / 2);
  const most = Math.min(Math.max(half, fewestInNext), mostTogether);
  let [count, bytes] = [0, 0];
  for (const { bytes: more } of waiting.slice(0, most)) {
    bytes += more;
    if (count > 0 && bytes > mostBytes) break;
    count += 1;
  }
  return waiting.splice(0, count).toSorted((a, b) => (a.row < b.row ? -1 : 1));
}

async function run(database: Database, group: Waiting[]): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  const { change, parameters, until } = first;
  try {
    const text = writeText(change, parameters.length, group.length);
    const values = group.flatMap((write) => [...write.parameters, ...write.entry.values]);
    const { rows, count } = await database.query<{ key: string }>({ text, values, once: true, until });
    const saved = new Set(rows.map(({ key }) => key));
    // One alone, or all: their number says it, and one alone is not asked for more.
    for (const { entry, resolve } of group)
      resolve(count === group.length || saved.has(entry.key) ? 'saved' : 'nothing');
  } catch (error) {
    // What the database refused is the fault of one of them.
    const shared = group.length > 1 && error instanceof pg.DatabaseError;
    for (const { resolve, reject } of group)
      if (shared) resolve('alone');
      else reject(error);
  }
}

function serve(database: Database, lane: Lane): void {
  const enough = () => lane.waiting.length >= (lane.running === 0 ? 1 : fewestInNext);
  while (lane.running < mostRunning && enough()) {
    const group = nextGroup(lane);
    lane.running += 1;
    lane.writing += group.length;
    void run(database, group).finally(() => {
      lane.running -= 1;
      lane.writing -= group.length;
      serve(database, lane);
    });
  }
}

const bytesOf = (value: unknown): number =>
  typeof value === 'string' || value instanceof Uint8Array ? value.length : 8;

/**
 * Writes at once when nobody else writes the like; otherwise together with those who wait, in one statement and with one flush to the
 * disk. Each is changed or not by itself. See docs/decisions/0009.
 * @throws StoreError as `Database.query` does; the outcome is then the same for all of them
 */
export function writeTogether(database: Database, write: Write): Promise<Written> {
  const bytes = write.parameters.reduce<number>((sum, value) => sum + bytesOf(value), write.entry.bytes);
  return new Promise((resolve, reject) => {
    const lane = laneOf(database, write.change);
    lane.waiting.push({ ...write, bytes, resolve, reject });
    serve(database, lane);
  });
}
