import { safeLink } from '../markdown/link.ts';
import { type BlockNode, type InlineNode, inlineText, type ItemNode } from '../markdown/tree-nodes.ts';
import { breakable, drawable } from './clean-text.ts';
import type { Coverage } from './font-coverage.ts';
import { columnShares } from './table-columns.ts';

/** Tables with more columns than this are printed row by row, each cell after the name of its column. */
const maxColumns = 12;
/** Rows with more text than this may break across pages; an unbreakable row that is too high would vanish. */
const unbreakable = 600;

/** Makes text fit for paper; `narrow` is true within table cells. */
type Clean = (text: string, narrow: boolean) => string;

function paperInlines(nodes: InlineNode[], clean: Clean, narrow: boolean): object[] {
  return nodes.map((node) => {
    switch (node.type) {
      case 'text':
      case 'code':
      case 'html':
        return { type: node.type, text: clean(node.text, narrow) };
      case 'break':
        return node;
      case 'link':
      case 'image': {
        const url = safeLink(node.url);
        const children =
          node.type === 'link'
            ? paperInlines(node.children, clean, narrow)
            : [
                {
                  type: 'text',
                  text: clean(
                    `[Image: ${node.alt === '' ? (node.url.split('/').at(-1) ?? '').slice(0, 80) : node.alt}]`,
                    narrow,
                  ),
                },
              ];
        // On paper only whole addresses lead anywhere.
        return url !== undefined && /^(?:https?|mailto):/i.test(url)
          ? { type: 'link', url, children }
          : { type: 'span', children };
      }
      default:
        return { type: node.type, children: paperInlines(node.children, clean, narrow) };
    }
  });
}

function paperTable(table: BlockNode & { type: 'table' }, clean: Clean): object {
  const width = table.header.length;
  const cells = (row: InlineNode[][]) =>
    Array.from({ length: width }, (_, index) => paperInlines(row[index] ?? [], clean, true));
  if (width > maxColumns) {
    const rows = table.rows.map((row) =>
      row.flatMap((cell, index) => {
        const label = clean(inlineText(table.header[index] ?? []) || `Column ${index + 1}`, false);
        return cell.length === 0 ? [] : [{ label, value: paperInlines(cell, clean, false) }];
      }),
    );
    return { type: 'rows', rows: rows.filter((row) => row.length > 0) };
  }
  const short = (row: InlineNode[][]) => row.reduce((sum, cell) => sum + inlineText(cell).length, 0) < unbreakable;
  return {
    type: 'table',
    align: Array.from({ length: width }, (_, index) => table.align[index] ?? ''),
    shares: columnShares(table.header, table.rows),
    header: cells(table.header),
    rows: table.rows.map((row) => ({ whole: short(row), cells: cells(row) })),
  };
}

function paperItem(item: ItemNode, clean: Clean): object {
  const children = paperBlocks(item.children, clean);
  return item.checked === undefined ? { children } : { checked: item.checked, children };
}

/** The blocks as typst reads them: text cleaned, addresses judged, tables with widths. JSON only. */
export function paperBlocks(blocks: BlockNode[], clean: Clean): object[] {
  return blocks.map((block) => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return { ...block, children: paperInlines(block.children, clean, false) };
      case 'facts':
        return {
          type: 'facts',
          // Short facts stand in two columns.
          short:
            block.facts.length > 3 &&
            block.facts.every((fact) => fact.label.length < 24 && inlineText(fact.value).length < 36),
          facts: block.facts.map((fact) => ({
            label: clean(fact.label, true),
            value: paperInlines(fact.value, clean, false),
          })),
        };
      case 'list':
        return { ...block, items: block.items.map((item) => paperItem(item, clean)) };
      case 'table':
        return paperTable(block, clean);
      case 'fence':
      case 'html':
        return { type: block.type, text: clean(block.text, false) };
      case 'quote':
        return { ...block, children: paperBlocks(block.children, clean) };
      case 'rule':
        return block;
    }
  });
}

/** How text is cleaned for a set of fonts. */
export const cleanFor =
  (covered: Coverage): Clean =>
  (text, narrow) =>
    breakable(drawable(text, covered), narrow);
