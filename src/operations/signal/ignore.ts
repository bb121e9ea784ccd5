import { sql } from 'kysely';
import { z } from 'zod';
import { say } from '../../record/said.ts';
import { save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadSignals } from './load.ts';

const Input = z.strictObject({
  signals: z.array(z.guid()).min(1).max(5000),
  /** False takes it back: they wait again. */
  ignored: z.boolean().default(true),
});
const Done = z.object({ changed: z.number().int() });

export const ignoreSignals: StoredOperation<z.infer<typeof Input>, z.infer<typeof Done>> = {
  name: 'signal.ignore',
  sentence: 'Ignore signals that belong to no incident, or have them wait again.',
  permission: 'signal.see',
  effect: 'write',
  input: Input,
  output: Done,
  route: { method: 'POST', path: '/signals/ignore' },
  run: async (context, { signals: ids, ignored }) => {
    const free = (await loadSignals(context, [...new Set(ids)])).filter(({ incidentId }) => incidentId === null);
    const result = { changed: free.length };
    if (free.length === 0) return result;
    const act = ignored ? 'ignore' : 'wait';
    const why = ignored ? say`Somebody ignored it.` : say`Somebody had it wait again.`;
    return save(context, {
      operation: 'signal.ignore',
      subject: 'signals',
      payload: { signals: free.map(({ id }) => id), ignored },
      changes: [
        {
          rows: free.length,
          statement: sql`update signal set decided_at = ${context.now}::timestamptz, decision = ${JSON.stringify({ rule: '', act, why })}::json
            where id = any(${free.map(({ id }) => id)}::uuid[]) and incident_id is null`,
        },
      ],
      result,
    });
  },
};
