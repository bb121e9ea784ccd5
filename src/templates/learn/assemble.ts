import type { MarkdownDoc } from '../../markdown/blocks.ts';
import { escapeBraces } from './braces.ts';
import type { Edit } from './state.ts';

/** The body of the template: the form with its places replaced. Overlapping edits keep the first; front matter goes. */
export function assemble(form: MarkdownDoc, edits: readonly Edit[]): string {
  const { text } = form.view;
  const ordered = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  const matter = form.frontMatter;
  let at = matter === undefined ? 0 : text.indexOf('\n', matter.to) + 1 || text.length;
  let body = '';
  for (const { from, to, text: replacement } of ordered) {
    if (from < at) continue;
    body += text.slice(at, from).replace(/\{$/, '\\{') + replacement + keptPipe(text, from, to);
    at = to;
  }
  body += text.slice(at);
  const lines = escapeBraces(partLazyLines(body)).replace(/\n{3,}/g, '\n\n');
  return `${lines.replace(/^\n+/, '').replace(/\n+$/, '')}\n`;
}

/** The pipe of `**Owner:** |` keeps the rows below it from becoming a table, which they are not in the form. */
function keptPipe(text: string, from: number, to: number): string {
  if (text.slice(from, to).trim() !== '|') return '';
  if (
    text
      .slice(text.lastIndexOf('\n', from - 1) + 1, from + 1)
      .trimStart()
      .startsWith('|')
  )
    return '';
  const newline = text.indexOf('\n', to);
  return newline >= 0 &&
    text
      .slice(newline + 1, newline + 20)
      .trimStart()
      .startsWith('|')
    ? ' |'
    : '';
}

const boundItem = /^[ \t]{0,12}(?:[-*+]|\d{1,9}[.)])[ \t].{0,2000}\{\{/;
const boundLine = /^(?![-*+#>|`~\s]|\*\s|\d{1,9}[.)]\s).{0,2000}\{\{|^\*\*.{0,2000}\{\{/;

/** A bound line right below a bound item would be read as part of the item: a blank line parts them. */
function partLazyLines(body: string): string {
  const lines = body.split('\n');
  return lines
    .map((line, index) => (boundLine.test(line) && boundItem.test(lines[index - 1] ?? '') ? `\n${line}` : line))
    .join('\n');
}
