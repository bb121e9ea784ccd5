import { operationList } from '../client/operation-commands.ts';
import { exitCodes, type Run } from '../command.ts';
import { table } from '../text/table.ts';

/** Lists the operations; with the name of one, its own command runs instead of this. */
export const run: Run = async (args, io) => {
  const operations = operationList();
  const rows = operations.map(({ words, sentence }) => [{ text: words, look: 'strong' } as const, sentence]);
  io.out(args.flag('json') ? `${JSON.stringify(operations, null, 2)}\n` : table(rows, io.style, io.columns));
  return exitCodes.clean;
};
