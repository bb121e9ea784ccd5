import { HindcastError } from '../../operations/errors.ts';
import { exitCodes, type Run } from '../command.ts';
import { findingPage } from '../finding-page.ts';
import { codes } from '../../findings/index.ts';
import { table } from '../text/table.ts';

/** Codes that begin alike, for a mistyped one. */
function hintFor(word: string): string {
  const alike = codes.map(({ code }) => code).filter((code) => code.startsWith(word) || word.startsWith(code));
  const near = alike.length > 0 ? alike : codes.map(({ code }) => code).filter((code) => code.includes(word));
  return near.length === 0 ? '' : `; did you mean ${near.slice(0, 5).join(', ')}?`;
}

/** Prints the page of one code, or the list of codes. */
export const run: Run = async (args, io) => {
  const [code] = args.files;
  if (code === undefined) {
    const rows = codes.map((each) => [
      { text: each.code, look: 'strong' } as const,
      { text: each.severity, look: each.severity } as const,
      each.sentence,
    ]);
    io.out(args.flag('json') ? `${JSON.stringify(codes, null, 2)}\n` : table(rows, io.style, io.columns));
    return exitCodes.clean;
  }
  const page = findingPage(code);
  if (page === undefined) throw new HindcastError('finding.unknown', { code, hint: hintFor(code) });
  io.out(args.flag('json') ? `${JSON.stringify({ code, markdown: page }, null, 2)}\n` : page);
  return exitCodes.clean;
};
