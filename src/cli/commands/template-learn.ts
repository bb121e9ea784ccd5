import path from 'node:path';
import { call } from '../../operations/operation.ts';
import { learnTemplate } from '../../operations/template/learn.ts';
import { exitCodes, type Run } from '../command.ts';
import { deliver } from '../deliver.ts';
import { noteEncoding, readInput } from '../read-input.ts';
import { type Cell, table } from '../text/table.ts';
import type { Proposal } from '../../templates/index.ts';
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

/** Proposes a template; what was bound to what goes to standard error, so that the template can be piped. */
export const run: Run = async (args, io) => {
  const input = await readInput(args.files[0] ?? '-', io);
  noteEncoding(input, io);
  const { context } = workspace(args, io)(args.files[0] ?? '-');
  const { template, proposals } = await call(
    learnTemplate,
    { source: input.text, name: nameFrom(input.file) },
    context,
  );
  deliver(args, io, { content: template, facts: { proposals } });
  if (args.flag('json')) return exitCodes.clean;
  const bound = proposals.filter(({ path }) => path !== null).length;
  io.err(table(proposals.map(proposalRow), io.errStyle, io.columns));
  io.err(`${bound} of ${proposals.length} places bound: read them through before you use it\n`);
  return exitCodes.clean;
};
