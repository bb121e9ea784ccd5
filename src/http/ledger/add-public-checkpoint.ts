import type { Hono } from 'hono';
import { HindcastError } from '../../operations/errors.ts';
import { loadCheckpoint } from '../../operations/ledger/load-checkpoint.ts';
import { readSettings } from '../../operations/settings/read-settings.ts';
import type { Surroundings } from '../surroundings.ts';

/**
 * Adds `GET /ledger/checkpoint`: the latest checkpoint as text (https://c2sp.org/tlog-checkpoint) for witnesses and whoever wants to
 * compare, without sign-in. It is not there until an owner sets `ledger.public`.
 */
export function addPublicCheckpoint(app: Hono, { database }: Surroundings): void {
  app.get('/ledger/checkpoint', async (context) => {
    const { 'ledger.public': open } = await readSettings(database);
    if (!open) throw new HindcastError('route.unknown', { method: 'GET', path: '/ledger/checkpoint' });
    const { note } = await loadCheckpoint({ database });
    return context.text(note, 200, { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  });
}
