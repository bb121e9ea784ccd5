import type { Database } from '../store/database.ts';
import { withUpdates } from '../store/rooms/kept-updates.ts';
import type { Rooms } from './rooms.ts';

/** Writes to the record whatever rooms hold that it may lack: what a process that was killed had kept, and did not come to write. */
export async function settleAll(rooms: Pick<Rooms, 'settle'>, database: Database): Promise<void> {
  for (const id of await withUpdates(database)) await rooms.settle(id);
}
