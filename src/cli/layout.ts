import path from 'node:path';
import { type Paper, papers } from '../documents/paper-size.ts';
import { type Format, formats, type Layout } from '../operations/document/render.ts';
import { HindcastError } from '../operations/errors.ts';
import type { Arguments } from './command.ts';

/** The format that a file's ending asks for; Markdown without a file. */
function formatOf(file: string | undefined): Format {
  if (file === undefined) return 'md';
  const ending = path.extname(file).slice(1).toLowerCase();
  const format = formats.find((each) => each === ending) ?? (ending === 'markdown' ? 'md' : undefined);
  if (format === undefined) throw new HindcastError('output.format', { file });
  return format;
}

function paperOf(word: string, format: Format, command: string): Paper {
  const paper = papers.find((each) => each === word.toLowerCase());
  if (paper === undefined)
    throw new HindcastError('usage', { reason: `--paper is ${papers.join(' or ')}, not ${word}`, command });
  if (format === 'pdf' || format === 'docx') return paper;
  throw new HindcastError('usage', { reason: '--paper needs a file of paper: -o OUT.pdf or OUT.docx', command });
}

/** What `-o` and `--paper` ask for. Throws `output.format` and `usage`. */
export function layoutOf(args: Arguments, command: string): Layout {
  const format = formatOf(args.text('output'));
  const word = args.text('paper');
  return word === undefined ? { format } : { format, paper: paperOf(word, format, command) };
}
