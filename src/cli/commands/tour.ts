import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkDocument } from '../../operations/document/check.ts';
import { writeDocument } from '../../operations/document/write.ts';
import { call } from '../../operations/operation.ts';
import { builtinTemplates } from '../../templates/index.ts';
import { exitCodes, type Run } from '../command.ts';
import { packageFolder } from '../package-folder.ts';
import type { Checked } from '../render/checked.ts';
import { renderFigures } from '../render/figures.ts';
import { renderDocument, renderSummary } from '../render/terminal.ts';
import { workspace } from '../workspace.ts';
import { writeOutput } from '../write-output.ts';

const example = path.join(packageFolder, 'examples/checkout-outage/postmortem.md');

/** What the tour writes: every built-in template as Markdown, and the first of them as a page, a PDF and a Word file too. */
const plan = (names: string[]) => [
  ...names.map((template) => ({ template, format: 'md' as const })),
  ...(['html', 'pdf', 'docx'] as const).map((format) => ({ template: 'enterprise', format })),
];

/** Shows the main job on the shipped example: what is computed, what is wrong, and the same incident in other templates. */
export const run: Run = async (args, io) => {
  const { style } = io;
  const folder = args.text('output') ?? path.join('out', 'tour');
  const source = readFileSync(example, 'utf8');
  const file = path.relative(process.cwd(), example) || example;
  const { context } = workspace(args, io)(example);
  const result = await call(checkDocument, { source }, context);
  const checked: Checked = { ...result, file, source };
  const step = (number: number, words: string) => `\n${style('strong', `${number}. ${words}`)}\n\n`;
  const figures = Object.fromEntries(Object.entries(result.figures).filter(([, { status }]) => status !== 'unknown'));
  io.out(step(1, `${file}: what its timeline says, and what somebody wrote beside it`));
  io.out(renderFigures(figures, result.claims, style, io.columns));
  io.out(step(2, 'What does not fit together'));
  io.out(renderDocument(checked, io));
  io.out(renderSummary({ checked: [checked], unread: 0, total: 1, stopped: false }, style));
  io.out(step(3, 'The same incident, in the form of five other teams'));
  for (const { template, format } of plan(builtinTemplates().map(({ name }) => name))) {
    const { content } = await call(writeDocument, { source, template, format }, context);
    const out = path.join(folder, `${template}.${format}`);
    writeOutput(out, content);
    io.out(`  ${style('good', 'wrote')}  ${out}\n`);
  }
  io.out(`\nNext: ${style('strong', 'hindcast check YOUR-POSTMORTEM.md')}, or hindcast --help.\n`);
  return exitCodes.clean;
};
