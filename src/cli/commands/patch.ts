import { patchDocument } from '../../operations/document/patch.ts';
import { HindcastError } from '../../operations/errors.ts';
import { call } from '../../operations/operation.ts';
import { exitCodes, type Run } from '../command.ts';
import { deliver } from '../deliver.ts';
import { readInput } from '../read-input.ts';
import { templateName, workspace } from '../workspace.ts';
import { writeOutput } from '../write-output.ts';

function assignment(text: string): { path: string; value: string } {
  const at = text.indexOf('=');
  if (at > 0) return { path: text.slice(0, at).trim(), value: text.slice(at + 1) };
  throw new HindcastError('usage', { reason: `--set wants PATH=VALUE, not ${text}`, command: 'patch' });
}

/** Sets values in a document: in place, or to the file of -o; standard input goes to standard output. */
export const run: Run = async (args, io) => {
  const set = args.texts('set').map(assignment);
  if (set.length === 0) throw new HindcastError('usage', { reason: 'patch needs --set PATH=VALUE', command: 'patch' });
  const file = args.files[0] ?? '-';
  const input = await readInput(file, io);
  if (input.encoding !== 'utf-8') {
    throw new HindcastError('input.not-utf8', { file: input.file, encoding: input.encoding });
  }
  const name = templateName(args);
  const { context, file: inConfig } = workspace(args, io)(file);
  const named = name === undefined ? {} : { template: name };
  const patched = await call(patchDocument, { source: input.text, file: inConfig, set, ...named }, context);
  const facts = { template: patched.template, set };
  if (args.text('output') !== undefined || file === '-') {
    deliver(args, io, { content: patched.source, facts });
    return exitCodes.clean;
  }
  if (patched.source !== input.text) writeOutput(file, patched.source);
  if (args.flag('json'))
    io.out(`${JSON.stringify({ ...facts, file, changed: patched.source !== input.text }, null, 2)}\n`);
  else io.err(`${io.errStyle('good', 'changed')}  ${file}\n`);
  return exitCodes.clean;
};
