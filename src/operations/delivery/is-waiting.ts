import type { Database } from '../../store/database.ts';

/** Whether a delivery waits to be read. */
export async function isDeliveryWaiting(database: Database): Promise<boolean> {
  const text = 'select exists (select from delivery_waiting) as waiting';
  return (await database.query<{ waiting: boolean }>({ text, values: [] })).rows[0]?.waiting === true;
}
