import assert from 'node:assert/strict';
import type pg from 'pg';
import { entryHash } from '../../../src/ledger/entry-hash.ts';
import { leafHash, sameHash } from '../../../src/ledger/tree/node-hash.ts';
import { treeInMemory } from '../../../src/ledger/tree/levels.ts';
import { rootOf } from '../../../src/ledger/tree/proofs.ts';
import type { Tally } from './load.ts';

/** What became of the acknowledged changes. */
export type Audit = { lost: number; doubled: number; entries: number };

type EntryRow = {
  seq: string | null;
  salt: Uint8Array;
  hash: Uint8Array;
  payload: string;
  text: string | null;
};

const count = (texts: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

/**
 * Looks for each acknowledged change in the data and in the ledger, each of which must have it once, and checks the ledger: the
 * hash of each entry, numbers without a gap, and the root of the last checkpoint.
 */
export async function audit(client: pg.ClientBase, { acknowledged, refused }: Tally): Promise<Audit> {
  assert.deepEqual(refused, [], 'answers that should not have come');
  const { rows } = await client.query<EntryRow>(
    `select seq, salt, hash, payload, coalesce(payload::json->'input'->'entry'->>'text', payload::json->'input'->'set'->>'text') as text
      from entry order by seq nulls last`,
  );
  for (const { salt, hash, payload } of rows) assert.ok(sameHash(entryHash(salt, payload), hash));
  const numbered = rows.filter(({ seq }) => seq !== null);
  assert.ok(numbered.every(({ seq }, index) => Number(seq) === index));
  const checkpoint = await client.query<{ size: string; root: Uint8Array }>(
    'select size, root from checkpoint order by size desc limit 1',
  );
  const size = Number(checkpoint.rows[0]?.size ?? 0);
  assert.equal(size, numbered.length);
  const leaves = Buffer.concat(numbered.map(({ hash }) => leafHash(hash)));
  if (size > 0)
    assert.ok(sameHash(rootOf(size, treeInMemory(leaves)), checkpoint.rows[0]?.root ?? new Uint8Array()), 'root');

  const inLedger = count(rows.flatMap(({ text }) => (text === null ? [] : [text])));
  const parts = await client.query<{ text: string }>(`select value->>'text' as text from part where key = 'timeline'`);
  const inData = count(parts.rows.map(({ text }) => text));
  const isAdded = (text: string) => Number(text.split('/')[1]) % 3 !== 0;
  const lost = acknowledged.filter((text) => !inLedger.has(text) || (isAdded(text) && !inData.has(text)));
  const doubled = [...inLedger, ...inData].filter(([, times]) => times > 1);
  return { lost: lost.length, doubled: doubled.length, entries: rows.length };
}
