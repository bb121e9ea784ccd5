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
    body += text.slice(at, from).replace(/\{$/, '\\{') + replacement;
    at = to;
  }
  body += text.slice(at);
  const lines = escapeBraces(body).replace(/\n{3,}/g, '\n\n');
  return `${lines.replace(/^\n+/, '').replace(/\n+$/, '')}\n`;
}
