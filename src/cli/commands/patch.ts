import { patchDocument } from '../../operations/document/patch.ts';
import { HindcastError, reasonOf } from '../../operations/errors.ts';
import { call } from '../../operations/operation.ts';
import { catalogue } from '../../record/catalogue.ts';
import { exitCodes, type Run } from '../command.ts';
import { deliver } from '../deliver.ts';
import { readInput } from '../read-input.ts';
import { safe } from '../text/safe.ts';
import { templateName, workspace } from '../workspace.ts';
import { writeOutput } from '../write-output.ts';

type Assignment = { path: string; value: string | boolean | null | Record<string, unknown> };

const kindAt = (path: string) => catalogue.get(path.replace(/\[\d{1,9}\]/g, ''))?.kind;

/** What stands behind `=`: nothing removes, `true` and `false` tick a box, `{...}` is a whole entry, all else is text. */
function valueOf(path: string, text: string): Assignment['value'] {
  if (text === '') return null;
  if (kindAt(path) === 'flag' && (text === 'true' || text === 'false')) return text === 'true';
  if (!path.endsWith(']') || !text.startsWith('{')) return text;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw new HindcastError('usage', { reason: `--set ${path}: ${reasonOf(error)}`, command: 'patch' });
  }
}

function assignment(text: string): Assignment {
  const at = text.indexOf('=');
  const path = text.slice(0, Math.max(at, 0)).trim();
  if (path !== '') return { path, value: valueOf(path, text.slice(at + 1)) };
  throw new HindcastError('usage', { reason: `--set wants PATH=VALUE, not ${text}`, command: 'patch' });
}

/** Sets values in a document: in place, or to the file of -o; standard input goes to standard output. */
export const run: Run = async (args, io) => {
  const set = args.texts('set').map(assignment);
  if (set.length === 0) throw new HindcastError('usage', { reason: 'patch needs --set PATH=VALUE', command: 'patch' });
  const file = args.files[0] ?? '-';
  const input = await readInput(file, io);
  if (input.encoding !== 'utf-8') {
    throw new HindcastError('input.not-utf8', { file: input.place, encoding: input.encoding });
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
  const changed = patched.source !== input.text;
  if (changed) writeOutput(file, patched.source);
  if (args.flag('json')) io.out(`${JSON.stringify({ ...facts, file, changed }, null, 2)}\n`);
  else if (changed) io.err(`${io.errStyle('good', 'changed')}  ${safe(file)}\n`);
  else io.err(`${io.errStyle('note', 'unchanged')}  ${safe(file)} says so already\n`);
  return exitCodes.clean;
};
