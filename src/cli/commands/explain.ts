import { HindcastError } from '../../operations/errors.ts';
import { exitCodes, type Run } from '../command.ts';
import { findingCodes, findingPage, pageSummary } from '../finding-page.ts';
import { table } from '../text/table.ts';

/** Prints the page of one code, or the list of codes. */
export const run: Run = async (args, io) => {
  const [code] = args.files;
  if (code === undefined) {
    const codes = findingCodes().map((each) => ({ code: each, summary: pageSummary(findingPage(each) ?? '') }));
    const rows = codes.map((each) => [{ text: each.code, look: 'strong' } as const, each.summary]);
    io.out(args.flag('json') ? `${JSON.stringify(codes, null, 2)}\n` : table(rows, io.style, io.columns));
    return exitCodes.clean;
  }
  const page = findingPage(code);
  if (page === undefined) throw new HindcastError('finding.unknown', { code });
  io.out(args.flag('json') ? `${JSON.stringify({ code, markdown: page }, null, 2)}\n` : page);
  return exitCodes.clean;
};
