import path from 'node:path';
import { HindcastError } from '../../operations/errors.ts';
import { call } from '../../operations/operation.ts';
import { learnTemplate } from '../../operations/template/learn.ts';
import { exitCodes, type Run } from '../command.ts';
import { deliver } from '../deliver.ts';
import { noteEncoding, readInput } from '../read-input.ts';
import { type Cell, table } from '../text/table.ts';
import type { Proposal } from '../../templates/index.ts';
import { blankOf } from '../team-templates.ts';
import { writeOutput } from '../write-output.ts';
import { workspace } from '../workspace.ts';

const nameFrom = (file: string) =>
  path
    .basename(file)
    .replace(/\..{0,20}$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-') || 'learned';

function proposalRow({ line, path, confidence, text }: Proposal): Cell[] {
  const look = path === null ? 'faint' : confidence >= 0.8 ? 'good' : 'warning';
  const sure = path === null ? '' : confidence.toFixed(2);
  return [{ text: `line ${line}`, look: 'faint' }, { text: path ?? 'stays as it is', look }, sure, text];
}

/**
 * Proposes a template; what was bound to what goes to standard error, so that the template can be piped. With -o the
 * form is kept beside it, as its blank form: what a document left as the form had it is then no value.
 */
export const run: Run = async (args, io) => {
  const file = args.files[0] ?? '-';
  const input = await readInput(file, io);
  noteEncoding(input, io);
  const { context } = workspace(args, io)(file);
  const learned = await call(
    learnTemplate,
    { source: input.text, name: file === '-' ? 'learned' : nameFrom(file) },
    context,
  );
  const { template, form, proposals, reason } = learned;
  if (template === '') throw new HindcastError('template.no-form', { file: input.place, reason });
  deliver(args, io, { content: template, facts: { reason, proposals } });
  const output = args.text('output');
  if (output !== undefined) writeOutput(blankOf(output), form);
  if (args.flag('json')) return exitCodes.clean;
  const bound = proposals.filter(({ path }) => path !== null).length;
  io.err(table(proposals.map(proposalRow), io.errStyle, io.columns));
  io.err(`${reason} ${bound} of ${proposals.length} places bound: read them through before you use it\n`);
  return exitCodes.clean;
};
