import { escapeHtml } from './html-escape.ts';
import { inlineHtml } from './html-inlines.ts';
import { type BlockNode, inlineText, type InlineNode, type ItemNode } from './tree-nodes.ts';

/** Hands out heading ids: lower-case words of the heading after a prefix, numbered when they repeat. */
type HeadingIds = (text: string) => string;

/** Heading ids of one page. The prefix keeps them apart from ids and global names of the page around. */
function headingIds(): HeadingIds {
  const used = new Set<string>();
  const counts = new Map<string, number>();
  return (text) => {
    const words =
      text
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join('-')
        .slice(0, 80) ?? 'section';
    let count = counts.get(words) ?? 0;
    let id: string;
    do id = `doc-${++count === 1 ? words : `${words}-${count}`}`;
    while (used.has(id));
    counts.set(words, count);
    used.add(id);
    return id;
  };
}

/** Times, dates, numbers and ids are kept on one line. */
const isTight = (text: string): boolean =>
  text.length <= 20 && /^[\d:.,/+\-–~$€£% ]*\d[\d:.,/+\-–~%T ]*[A-Z]{0,4}$/.test(text);

function cells(tag: 'th' | 'td', row: InlineNode[][], align: string[], width: number): string {
  const html = row.map((cell, index) => {
    const classes = [align[index] ?? '', tag === 'td' && isTight(inlineText(cell)) ? 'tight' : ''].filter(
      (name) => name !== '',
    );
    const scope = tag === 'th' ? ' scope="col"' : '';
    const kind = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
    return `<${tag}${scope}${kind}>${inlineHtml(cell)}</${tag}>`;
  });
  const missing = width - row.length;
  if (missing > 0) html.push(`<${tag}${missing > 1 ? ` colspan="${missing}"` : ''}></${tag}>`);
  return `<tr>${html.join('')}</tr>`;
}

function tableHtml(table: BlockNode & { type: 'table' }): string {
  const width = table.header.length;
  const rows = table.rows.map((row) => cells('td', row, table.align, width)).join('\n');
  const head = cells('th', table.header, table.align, width);
  return `<div class="table" tabindex="0" role="region" aria-label="Table"><table>\n<thead>${head}</thead>\n<tbody>\n${rows}\n</tbody></table></div>`;
}

function itemHtml(item: ItemNode, tight: boolean, ids: HeadingIds): string {
  const box =
    item.checked === undefined
      ? ''
      : `<span class="box${item.checked ? ' done' : ''}" role="img" aria-label="${item.checked ? 'done' : 'open'}">${item.checked ? '☑' : '☐'}</span> `;
  const inner = item.children.map((child) =>
    tight && child.type === 'paragraph' ? inlineHtml(child.children) : blockHtml(child, ids),
  );
  return `<li${box === '' ? '' : ' class="task"'}>${box}${inner.join('\n')}</li>`;
}

function blockHtml(block: BlockNode, ids: HeadingIds): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level} id="${escapeHtml(ids(inlineText(block.children)))}">${inlineHtml(block.children)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${inlineHtml(block.children)}</p>`;
    case 'facts': {
      const pairs = block.facts.map(
        (fact) =>
          `<div${inlineText(fact.value).length > 60 ? ' class="long"' : ''}><dt>${escapeHtml(fact.label)}</dt><dd>${inlineHtml(fact.value)}</dd></div>`,
      );
      return `<dl class="facts">${pairs.join('\n')}</dl>`;
    }
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const start = block.ordered && block.start !== 1 ? ` start="${block.start}"` : '';
      return `<${tag}${start}>\n${block.items.map((item) => itemHtml(item, block.tight, ids)).join('\n')}\n</${tag}>`;
    }
    case 'table':
      return tableHtml(block);
    case 'fence':
      return `<pre tabindex="0"><code>${escapeHtml(block.text)}\n</code></pre>`;
    case 'quote':
      return `<blockquote>\n${block.children.map((child) => blockHtml(child, ids)).join('\n')}\n</blockquote>`;
    case 'rule':
      return '<hr>';
    case 'html':
      return `<p class="markup">${escapeHtml(block.text)}</p>`;
  }
}

/**
 * Safe HTML of a Markdown tree: every character of the document is text. No tag, attribute, style or script of the
 * document survives; links go through `safeLink`; nothing is loaded from elsewhere.
 */
export function renderBlocks(blocks: BlockNode[]): string {
  const ids = headingIds();
  return blocks.map((block) => blockHtml(block, ids)).join('\n');
}
