import { setImmediate as nextTick } from 'node:timers/promises';
import { HindcastError } from '../operations/errors.ts';
import { checkDocument } from '../operations/document/check.ts';
import { call } from '../operations/operation.ts';
import type { FindingSeverity } from '../record/finding.ts';
import type { Arguments } from './command.ts';
import { printFailure } from './failure.ts';
import type { Io } from './io.ts';
import { progressOf } from './progress.ts';
import { noteEncoding, readInput } from './read-input.ts';
import type { Checked, CheckRun } from './render/checked.ts';
import { templateName, workspace } from './workspace.ts';

const ranks: Record<FindingSeverity, number> = { note: 0, warning: 1, error: 2 };

/** The least severity to report. Throws `usage` on another word. */
function leastSeverity(args: Arguments): FindingSeverity {
  const word = args.text('min-severity') ?? 'note';
  if (Object.hasOwn(ranks, word)) return word as FindingSeverity;
  throw new HindcastError('usage', {
    reason: `--min-severity is error, warning or note, not ${word}`,
    command: 'check',
  });
}

/**
 * Checks documents one by one and hands each on as soon as it is done.
 * What cannot be read is reported and counted; Ctrl-C ends the run with what was found so far.
 */
export async function checkFiles(
  files: string[],
  args: Arguments,
  io: Io,
  onChecked: (checked: Checked) => void,
): Promise<CheckRun> {
  const least = ranks[leastSeverity(args)];
  const surroundings = workspace(args, io);
  const template = templateName(args);
  const progress = progressOf(files.length, io);
  const run: CheckRun = { checked: [], unread: 0, total: files.length, stopped: false };
  for (const [index, file] of files.entries()) {
    // Lets a pending Ctrl-C through between two documents.
    await nextTick();
    if (io.signal.aborted) {
      run.stopped = true;
      break;
    }
    progress.show(index + 1, file);
    try {
      const input = await readInput(file, io);
      noteEncoding(input, io);
      const { context, file: inConfig } = surroundings(file);
      const result = await call(
        checkDocument,
        {
          source: input.text,
          file: inConfig,
          examples: args.flag('examples'),
          ...(template === undefined ? {} : { template }),
        },
        context,
      );
      const findings = result.findings.filter((finding) => ranks[finding.severity] >= least);
      const checked: Checked = { ...result, findings, file: input.file.replaceAll('\\', '/'), source: input.text };
      const { encoding, silenced } = checked;
      run.checked.push({ file: checked.file, template: checked.template, encoding, findings, silenced });
      if (findings.length > 0) progress.clear();
      onChecked(checked);
    } catch (error) {
      // A wrong template or config would fail every document alike.
      if (error instanceof HindcastError && /^(?:template|config|usage)/.test(error.code)) throw error;
      run.unread += 1;
      progress.clear();
      printFailure(error, args.flag('json'), io);
    }
  }
  progress.clear();
  return run;
}
