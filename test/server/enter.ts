import { randomBytes } from 'node:crypto';
import { canonicalText } from '../../src/ledger/canonical.ts';
import { entryHash } from '../../src/ledger/entry-hash.ts';
import type { Database } from '../../src/store/database.ts';

let entered = 0;

/** Adds so many entries to the ledger in one statement, as many writers would one by one. */
export async function enterMany(database: Database, count: number, payloadBytes = 100): Promise<void> {
  const at = new Date().toISOString();
  const filler = 'x'.repeat(payloadBytes);
  const entries = Array.from({ length: count }, () => {
    const subject = `test/${(entered += 1)}`;
    const input = { filler };
    const payload = canonicalText({ at, actor: 'system', operation: 'test.enter', incident: null, subject, input });
    const salt = randomBytes(16);
    return { subject, payload, salt, hash: entryHash(salt, payload) };
  });
  await database.query({
    text: `insert into entry (at, actor, operation, subject, salt, hash, payload)
      select $1, 'system', 'test.enter', * from unnest($2::text[], $3::bytea[], $4::bytea[], $5::text[])`,
    values: [
      at,
      entries.map(({ subject }) => subject),
      entries.map(({ salt }) => salt),
      entries.map(({ hash }) => hash),
      entries.map(({ payload }) => payload),
    ],
  });
}
