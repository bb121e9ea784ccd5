import { call } from '../../operations/operation.ts';
import { showTemplate } from '../../operations/template/show.ts';
import { exitCodes, type Run } from '../command.ts';
import { workspace } from '../workspace.ts';

/** Prints a template's source. */
export const run: Run = async (args, io) => {
  const { context } = workspace(args, io)('-');
  const shown = await call(showTemplate, { name: args.files[0] ?? '' }, context);
  io.out(args.flag('json') ? `${JSON.stringify(shown, null, 2)}\n` : shown.source);
  return exitCodes.clean;
};
