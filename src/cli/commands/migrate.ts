import { exitCodes, type Run } from '../command.ts';
import { migrateStore } from '../server/open-store.ts';
import { withStore } from '../server/with-store.ts';

/** Brings the schema up to date. */
export const run: Run = async (args, io) => {
  const applied = await withStore(migrateStore);
  if (args.flag('json')) io.out(`${JSON.stringify({ applied })}\n`);
  else io.out(applied.length === 0 ? 'The schema is up to date.\n' : `Applied ${applied.join(', ')}.\n`);
  return exitCodes.clean;
};
