import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { Seq } from './numbers.ts';

const Input = z.strictObject({ seq: Seq, reason: z.string().trim().min(1).max(500) });
const Erased = z.object({ seq: z.number().int(), erased: z.literal(true) });

export const eraseEntry: StoredOperation<z.infer<typeof Input>, z.infer<typeof Erased>> = {
  name: 'ledger.erase',
  sentence: 'Erase what an entry says, for ever; its hash stays, so that the ledger still verifies.',
  permission: 'ledger.erase',
  effect: 'destructive',
  input: Input,
  output: Erased,
  route: { method: 'POST', path: '/ledger/entries/{seq}/erase' },
  run: (context, { seq, reason }) =>
    retried(async () => {
      const result = { seq, erased: true as const };
      const entry = await context.database.kysely
        .selectFrom('entry')
        .select(['payload', 'incident_id'])
        .where('seq', '=', String(seq))
        .executeTakeFirst();
      if (entry === undefined) throw new HindcastError('ledger.no-entry', { seq: String(seq) });
      if (entry.payload === null) return result;
      return save(context, {
        operation: 'ledger.erase',
        ...(entry.incident_id === null ? {} : { incidentId: entry.incident_id }),
        subject: `entry/${seq}`,
        payload: { seq, reason },
        changes: [
          {
            statement: sql`update entry set payload = null, salt = null, result = null
              where seq = ${seq}::bigint and payload is not null`,
          },
        ],
        result,
      });
    }),
};
