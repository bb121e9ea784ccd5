import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { batchHash } from '../src/ledger/sha256/index.ts';
import { appendEntries } from '../src/ledger/tiles/append.ts';
import { type TileId, tileKey } from '../src/ledger/tiles/layout.ts';
import { storedConsistencyProof, storedInclusionProof } from '../src/ledger/tiles/proofs.ts';
import { type LoggedEntry, verifyLog } from '../src/ledger/verify/verify-log.ts';
import { median, percentile, type Row } from './row.ts';

const count = 1_000_000;
const payloadBytes = 244;
const rounds = 5;
/** Per entry: its salted payload, its leaf, and one inner node. */
const hashedBytes = [16 + payloadBytes, 33, 65];

/** Claims about the ledger: verifying all of it, and proofs from what is stored. */
export async function ledger(): Promise<Row[]> {
  const log = madeLog();
  const { readTiles, root, appendMs } = await storedTree(log);
  return [await verifying(log, root), ...(await proofs(readTiles)), appending(appendMs)];
}

/** Entries in pages, as a reader of the database gives them. */
function madeLog(): LoggedEntry[][] {
  const filler = 'x'.repeat(payloadBytes);
  return Array.from({ length: count / 5000 }, (_, page) => {
    const salts = randomBytes(16 * 5000);
    const entries = Array.from({ length: 5000 }, (__, index) => ({
      salt: salts.subarray(16 * index, 16 * index + 16),
      payload: Buffer.from(`{"n":${page * 5000 + index},"f":"${filler}`.slice(0, payloadBytes - 2) + '"}').toString(),
    }));
    const hashes = batchHash().salted(entries);
    return entries.map((entry, index) => ({
      ...entry,
      seq: page * 5000 + index,
      hash: hashes.subarray(32 * index, 32 * index + 32),
    }));
  });
}

/** Seconds OpenSSL's own loop needs for the hashes of all entries, each length for one second. */
async function opensslSeconds(): Promise<number> {
  const run = promisify(execFile);
  const seconds: number[] = [];
  for (const bytes of hashedBytes) {
    const { stdout } = await run('openssl', ['speed', '-mr', '-seconds', '1', '-bytes', `${bytes}`, 'sha256']);
    const speed = Number(/^\+F:\d+:\D*[\w-]*:([\d.]+)$/m.exec(stdout)?.[1]);
    seconds.push((count * bytes) / speed);
  }
  return seconds.reduce((left, right) => left + right);
}

async function verifying(log: LoggedEntry[][], root: Uint8Array): Promise<Row> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const { intact, signed } = await verifyLog(log, [{ size: count, root }]);
    ours.push((performance.now() - start) / 1000);
    if (!intact || signed !== count) throw new Error('the log of the benchmark does not verify');
    theirs.push(await opensslSeconds());
  }
  const ratio = median(theirs) / median(ours);
  return {
    name: 'verify 1,000,000 entries: payload, leaf, tree',
    figure: `${median(ours).toFixed(2)} s`,
    peer: `openssl, same hashes ${median(theirs).toFixed(2)} s`,
    ratio,
    target: '>= 0.3 x',
    met: ratio >= 0.3,
  };
}

async function storedTree(log: LoggedEntry[][]) {
  const rows = new Map<string, Uint8Array>();
  const readTiles = async (tiles: TileId[]) => tiles.map((tile) => rows.get(tileKey(tile)));
  const appendMs: number[] = [];
  let [size, root] = [0, new Uint8Array()];
  for (const page of log) {
    const digests = Buffer.concat(page.map(({ hash }) => hash));
    const start = performance.now();
    const appended = await appendEntries(size, digests, readTiles);
    appendMs.push(performance.now() - start);
    for (const tile of appended.tiles) rows.set(tileKey(tile), tile.hashes);
    [size, root] = [appended.size, Uint8Array.from(appended.root)];
  }
  return { readTiles, root, appendMs };
}

type ReadTiles = Awaited<ReturnType<typeof storedTree>>['readTiles'];

/** Proofs of places spread over the tree, in the whole tree and in older ones. */
async function proofs(readTiles: ReadTiles): Promise<Row[]> {
  const make = {
    inclusion: (index: number, size: number) => storedInclusionProof(index % size, size, readTiles),
    consistency: (index: number, size: number) => storedConsistencyProof(1 + (index % size), size, readTiles),
  };
  const rows: Row[] = [];
  for (const [kind, proof] of Object.entries(make)) {
    const times: number[] = [];
    for (let round = 0; round < 20_000; round++) {
      const size = round % 2 === 0 ? count : 1 + ((round * 7_919) % count);
      const start = performance.now();
      await proof(round * 104_729, size);
      times.push(performance.now() - start);
    }
    const p99 = percentile(times, 0.99);
    rows.push({
      name: `${kind} proof in 1,000,000 from stored tiles, p99`,
      figure: `${p99.toFixed(3)} ms`,
      peer: 'limit 1 ms',
      ratio: 1 / p99,
      target: '<= 1 ms',
      met: p99 <= 1,
    });
  }
  return rows;
}

/** The median: a million entries lie in this process beside it, and the slowest calls are the engine cleaning up after them. */
function appending(appendMs: number[]): Row {
  const middle = median(appendMs);
  return {
    name: 'add 5,000 entries to the stored tree, median',
    figure: `${middle.toFixed(1)} ms`,
    peer: 'between batches 50 ms',
    ratio: 50 / middle,
    target: '<= 50 ms',
    met: middle <= 50,
  };
}
