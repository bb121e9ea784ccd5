import { BorderStyle, HeadingLevel, Paragraph, ShadingType, type Table, TextRun } from 'docx';
import type { BlockNode, InlineNode } from '../markdown/tree-nodes.ts';
import { wordInlines, wordText } from './docx-inlines.ts';
import { wordGrid, wordTable } from './docx-table.ts';

/** Where a block stands: list depth, quote depth, and the number that the list's first item gets. */
type Place = { depth: number; quoted: number };
/** Hands out a numbering for each ordered list, so that each one starts anew. */
export type Numbering = (start: number) => string;

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];
/** Word knows nine levels of lists. */
const deepest = 8;
const indentStep = 360;

function paragraph(children: InlineNode[], place: Place, more: object = {}): Paragraph {
  const indent =
    place.depth + place.quoted === 0 ? {} : { indent: { left: (place.depth + place.quoted) * indentStep } };
  const quote = place.quoted === 0 ? {} : { style: 'QuoteText' };
  return new Paragraph({ ...indent, ...quote, ...more, children: wordInlines(children) });
}

function codeParagraph(text: string, place: Place): Paragraph {
  const lines = wordText(text).split('\n');
  const border = { style: BorderStyle.SINGLE, size: 4, color: 'F4F4F6', space: 4 };
  return new Paragraph({
    style: 'CodeBlock',
    indent: { left: place.depth * indentStep },
    shading: { type: ShadingType.CLEAR, fill: 'F4F4F6' },
    border: { top: border, bottom: border, left: border, right: border },
    children: lines.map((line, index) => new TextRun({ text: line, ...(index === 0 ? {} : { break: 1 }) })),
  });
}

function wordList(list: BlockNode & { type: 'list' }, place: Place, numbering: Numbering): (Paragraph | Table)[] {
  const level = Math.min(place.depth, deepest);
  const reference = list.ordered ? numbering(list.start) : 'bullets';
  return list.items.flatMap((item) => {
    const box: InlineNode[] = item.checked === undefined ? [] : [{ type: 'text', text: item.checked ? '☑ ' : '☐ ' }];
    const [first, ...rest] = item.children;
    const opens = first?.type === 'paragraph';
    const head = [...box, ...(opens ? first.children : [])];
    const look = item.checked === undefined ? { numbering: { reference, level } } : {};
    const inner = { ...place, depth: place.depth + 1 };
    const opening = paragraph(head, item.checked === undefined ? { depth: 0, quoted: 0 } : place, look);
    return [opening, ...wordBlocks(opens ? rest : item.children, numbering, inner)];
  });
}

/** The blocks of a document as paragraphs and tables of Word. */
export function wordBlocks(
  blocks: BlockNode[],
  numbering: Numbering,
  place: Place = { depth: 0, quoted: 0 },
): (Paragraph | Table)[] {
  return blocks.flatMap((block): (Paragraph | Table)[] => {
    switch (block.type) {
      case 'heading':
        return [paragraph(block.children, place, { heading: levels[block.level - 1] ?? HeadingLevel.HEADING_6 })];
      case 'paragraph':
        return [paragraph(block.children, place)];
      case 'facts': {
        const rows = block.facts.map((fact) => [
          [new TextRun({ text: wordText(fact.label), color: '6B6B76' })],
          wordInlines(fact.value),
        ]);
        return [wordGrid(undefined, rows, [], [24, 76]), new Paragraph({})];
      }
      case 'list':
        return wordList(block, place, numbering);
      case 'table':
        return [wordTable(block), new Paragraph({})];
      case 'fence':
      case 'html':
        return [codeParagraph(block.text, place)];
      case 'quote':
        return wordBlocks(block.children, numbering, { ...place, quoted: place.quoted + 1 });
      case 'rule':
        return [
          new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'DCDCE2', space: 1 } } }),
        ];
    }
  });
}
