import { z } from 'zod';
import type { Database } from '../../store/database.ts';

/** A passkey as its owner sees it. */
export const Passkey = z.object({
  /** The credential id, as the browser gave it. */
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
export type Passkey = z.infer<typeof Passkey>;

/** The passkeys that a person can sign in with, newest first. */
export async function loadPasskeys(
  database: Database,
  personId: string,
): Promise<(Passkey & { transports: string[] })[]> {
  const rows = await database.kysely
    .selectFrom('passkey')
    .selectAll()
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(({ id, name, transports, created_at: at, last_used_at: used }) => ({
    id,
    name,
    transports,
    createdAt: at.toISOString(),
    lastUsedAt: used?.toISOString() ?? null,
  }));
}
