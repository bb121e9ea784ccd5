import type { Database } from '../../store/database.ts';
import { hexOf } from '../access/secret.ts';
import { remembered } from '../remembered.ts';

/** What a delivery needs to know of its hook. */
export type KnownHook = { id: string; source: string; secret: string | null };

type Row = KnownHook & { token_hash: Uint8Array; earlier_hash: Uint8Array | null; earlier_until: Date | null };
type Entry = { hook: KnownHook; untilMs: number };

async function load(database: Database): Promise<Map<string, Entry>> {
  const { rows } = await database.query<Row>({
    text: 'select id, source, secret, token_hash, earlier_hash, earlier_until from hook where revoked_at is null',
    values: [],
  });
  const known = new Map<string, Entry>();
  for (const { id, source, secret, token_hash: hash, earlier_hash: earlier, earlier_until: until } of rows) {
    const hook = { id, source, secret };
    known.set(hexOf(hash), { hook, untilMs: Number.POSITIVE_INFINITY });
    if (earlier !== null && until !== null) known.set(hexOf(earlier), { hook, untilMs: until.getTime() });
  }
  return known;
}

/** All hooks that take deliveries, by the hash of their address. A change of another process is seen within a second. */
export const knownHooks = remembered(load);

/** The hook of an address' hash, as of now. */
export async function findHook(database: Database, hash: Uint8Array, nowMs: number): Promise<KnownHook | undefined> {
  const entry = (await knownHooks.of(database)).get(hexOf(hash));
  return entry !== undefined && entry.untilMs > nowMs ? entry.hook : undefined;
}
