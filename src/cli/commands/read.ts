import { checkDocument, type CheckResult } from '../../operations/document/check.ts';
import { call } from '../../operations/operation.ts';
import { exitCodes, type Run } from '../command.ts';
import type { Io } from '../io.ts';
import { noteEncoding, readInput } from '../read-input.ts';
import type { Checked } from '../render/checked.ts';
import { renderFigures } from '../render/figures.ts';
import { renderRecord } from '../render/record.ts';
import { renderDocument, renderSummary } from '../render/terminal.ts';
import { safe } from '../text/safe.ts';
import { table } from '../text/table.ts';
import { templateName, workspace } from '../workspace.ts';

/** What `read --json` promises; the offsets of values stay inside. */
function json(result: CheckResult): string {
  const { template, encoding, record, figures, claims, findings, custom } = result;
  return `${JSON.stringify({ template, encoding, record, figures, claims, findings, custom }, null, 2)}\n`;
}

function text(result: CheckResult, checked: Checked, { style, columns }: Io): string {
  const { template, encoding, custom } = result;
  const by = template.name === null ? 'no template; general vocabulary' : `template ${template.name}`;
  const damage = encoding.damaged ? `; damaged encoding (${encoding.kind ?? 'unknown'}), read repaired` : '';
  const kept = custom.map(({ heading, line }) => [
    { text: `line ${line}`, look: 'faint' } as const,
    heading || '(before the first heading)',
  ]);
  const title = (words: string) => `\n${style('strong', words)}\n`;
  return [
    `${style('strong', safe(checked.file))}  ${by}, confidence ${template.confidence.toFixed(2)}${damage}\n`,
    renderRecord(result.record, style, columns),
    ...(kept.length === 0 ? [] : [title('kept as they are'), table(kept, style, columns)]),
    title('figures'),
    renderFigures(result.figures, result.claims, style, columns),
    `\n${renderDocument(checked, { style, columns })}`,
    renderSummary({ checked: [checked], unread: 0, total: 1, stopped: false }, style),
  ].join('');
}

/** Prints all that one document says. */
export const run: Run = async (args, io) => {
  const file = args.files[0] ?? '-';
  const input = await readInput(file, io);
  noteEncoding(input, io);
  const { context, file: inConfig } = workspace(args, io)(file);
  const template = templateName(args);
  const named = template === undefined ? {} : { template };
  const request = { source: input.text, file: inConfig, examples: args.flag('examples'), ...named };
  const result = await call(checkDocument, request, context);
  const checked: Checked = { ...result, file: input.file, source: input.text };
  io.out(args.flag('json') ? json(result) : text(result, checked, io));
  return result.findings.length === 0 ? exitCodes.clean : exitCodes.findings;
};
