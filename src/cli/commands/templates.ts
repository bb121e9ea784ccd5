import { call } from '../../operations/operation.ts';
import { listTemplates } from '../../operations/template/list.ts';
import { exitCodes, type Run } from '../command.ts';
import { table } from '../text/table.ts';
import { workspace } from '../workspace.ts';

/** Lists the templates that a document in this folder could use. */
export const run: Run = async (args, io) => {
  const { context } = workspace(args, io)('-');
  const list = await call(listTemplates, {}, context);
  const rows = list.map(({ name, title, sentence, fields }) => [
    { text: name, look: 'strong' } as const,
    `${fields} fields`,
    sentence === '' ? title : sentence,
  ]);
  io.out(args.flag('json') ? `${JSON.stringify(list, null, 2)}\n` : table(rows, io.style, io.columns));
  return exitCodes.clean;
};
