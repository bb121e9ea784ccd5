import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../../store/tables.ts';

/** A token as lists show it: never its secret. */
export const Token = z.object({
  id: z.string(),
  name: z.string(),
  personId: z.string(),
  role: z.enum(['admin', 'editor', 'viewer']),
  scopes: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export type Token = z.infer<typeof Token>;

/** A row as its output. */
export const tokenOf = (row: Selectable<Tables['token']>): Token => ({
  id: row.id,
  name: row.name,
  personId: row.person_id,
  role: row.role,
  scopes: row.scopes,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  revokedAt: row.revoked_at?.toISOString() ?? null,
});
