import { HindcastError } from '../../operations/errors.ts';
import { checkFiles } from '../check-run.ts';
import { type Arguments, exitCodes, type ExitCode, type Run } from '../command.ts';
import { findDocuments } from '../find-documents.ts';
import { findingPage } from '../finding-page.ts';
import { codes } from '../../findings/index.ts';
import type { Io } from '../io.ts';
import { packageVersion } from '../package-folder.ts';
import { type Checked, type CheckRun, countBySeverity } from '../render/checked.ts';
import { renderGithub } from '../render/github.ts';
import { renderSarif, type SarifResult, sarifResults } from '../render/sarif.ts';
import { renderDocument, renderSummary } from '../render/terminal.ts';

/** An output form: what to print per document, as soon as it is checked, and what at the end. */
type Form = { each?: (checked: Checked, io: Io) => string; end?: (run: CheckRun, io: Io) => string };

function ruleText(code: string): { summary: string; help: string } {
  const summary = codes.find((each) => each.code === code)?.sentence ?? code;
  return { summary, help: findingPage(code) ?? summary };
}

function json({ checked, unread, stopped }: CheckRun): string {
  const summary = { documents: checked.length, ...countBySeverity(checked), unread, stopped };
  return `${JSON.stringify({ files: checked, summary }, null, 2)}\n`;
}

function sarif(): Form {
  const results: SarifResult[] = [];
  return {
    each: (checked) => {
      results.push(...sarifResults(checked));
      return '';
    },
    end: () => renderSarif(results, packageVersion(), ruleText),
  };
}

const forms: Record<string, () => Form> = {
  terminal: () => ({ each: renderDocument, end: (run, io) => renderSummary(run, io.style) }),
  json: () => ({ end: json }),
  sarif,
  github: () => ({ each: renderGithub }),
};

function formOf(args: Arguments): Form {
  const name = args.text('format') ?? (args.flag('json') ? 'json' : 'terminal');
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  if (form !== undefined) return form();
  const known = Object.keys(forms).join(', ');
  throw new HindcastError('usage', { reason: `--format is one of ${known}, not ${name}`, command: 'check' });
}

function exitCodeOf(run: CheckRun): ExitCode {
  if (run.stopped) return exitCodes.interrupted;
  if (run.unread > 0) return exitCodes.failed;
  return run.checked.some(({ findings }) => findings.length > 0) ? exitCodes.findings : exitCodes.clean;
}

/** Checks files and folders and prints the findings in the form asked for. */
export const run: Run = async (args, io) => {
  const form = formOf(args);
  const files = await findDocuments(args.files);
  const result = await checkFiles(files, args, io, (checked) => {
    if (form.each !== undefined) io.out(form.each(checked, io));
  });
  if (form.end !== undefined) io.out(form.end(result, io));
  return exitCodeOf(result);
};
