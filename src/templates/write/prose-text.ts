import { parseMarkdown } from '../../markdown/blocks.ts';

/**
 * Prose made fit for a section: headings as high as the section's own are shifted below it, a code block or comment
 * that never ends is closed. Nothing is taken away; prose without such things stays as it is.
 */
export function fitProse(prose: string, level: number): string {
  const text = prose.replace(/\r\n?/g, '\n');
  if (!/[#`~<=-]/.test(text)) return text;
  const closed = closeBlocks(text);
  const doc = parseMarkdown(`\n${closed}`);
  const headings = doc.blocks.filter((block) => block.type === 'heading');
  const highest = headings.reduce((least, block) => Math.min(least, block.level), 7);
  if (highest > level) return closed;
  const shift = level + 1 - highest;
  let out = '';
  let at = 1;
  for (const heading of headings) {
    const words = doc.view.text.slice(heading.contentFrom, heading.contentTo);
    out += `${doc.view.text.slice(at, heading.from)}${'#'.repeat(Math.min(6, heading.level + shift))} ${words}`;
    at = heading.to;
  }
  return out + doc.view.text.slice(at);
}

function closeBlocks(text: string): string {
  let closed = text;
  for (const end of ['', '\n```', '\n~~~', '\n-->', '\n?>', '\n]]>', '\n</script>', '\n</pre>', '\n</style>']) {
    const tried = text + end;
    const blocks = parseMarkdown(`\n${tried}\n\n# end`).blocks;
    const last = blocks.at(-1);
    if (last?.type === 'heading' && last.level === 1) return tried;
    closed = tried;
  }
  const fence = /^[ \t>]*(`{3,}|~{3,})/gm;
  const marks = [...text.matchAll(fence)].map((match) => match[1] ?? '');
  return `${closed}\n${marks.reduce((longest, mark) => (mark.length > longest.length ? mark : longest), '```')}`;
}

/** Content for a code block with its marks, longer than any run inside, each line indented. */
export function fenceText(content: string, open: string, indent: string): string {
  let longest = 2;
  for (const run of content.match(/`{3,}/g) ?? []) longest = Math.max(longest, run.length);
  const info = open.replace(/^`+/, '');
  const marks = '`'.repeat(longest + 1);
  const body = content.replace(/\r\n?/g, '\n');
  const lines =
    indent === ''
      ? body
      : body
          .split('\n')
          .map((line) => (line === '' ? '' : indent + line))
          .join('\n');
  return `${indent}${marks}${info}\n${lines}\n${indent}${marks}\n`;
}
