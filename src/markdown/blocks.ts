import { type MarkdownConfig, parser, Table as TableExtension, TaskList } from '@lezer/markdown';
import { convertBlocks } from './convert.ts';
import { blankFrontMatter, findFrontMatter, type FrontMatter } from './front-matter.ts';
import { tame } from './tame.ts';
import { makeView, type View } from './view.ts';

export type { View } from './view.ts';

/** A piece of the view, end exclusive. */
export type Span = { from: number; to: number };
export type Heading = Span & { type: 'heading'; level: number; contentFrom: number; contentTo: number };
export type Paragraph = Span & { type: 'paragraph' };
/** `contentFrom` lies after the marker and the checkbox; `checked` is absent when there is no checkbox. */
export type Item = Span & { contentFrom: number; checked?: boolean; blocks: Block[] };
export type List = Span & { type: 'list'; ordered: boolean; items: Item[] };
/** Trimmed content between two pipes; a blank cell has from === to. */
export type Cell = Span;
export type Row = Span & { cells: Cell[] };
export type Table = Span & { type: 'table'; header: Row; rows: Row[] };
/** Fenced or indented code. `lines` are its content lines without the container's indent. */
export type Fence = Span & { type: 'fence'; info: string; contentFrom: number; contentTo: number; lines: Span[] };
export type Quote = Span & { type: 'quote'; blocks: Block[] };
export type Html = Span & { type: 'html' };
export type Rule = Span & { type: 'rule' };
export type Block = Heading | Paragraph | List | Table | Fence | Quote | Html | Rule;

/** A parsed document: the source as it came, its view, and its blocks in view offsets. */
export type MarkdownDoc = { source: string; view: View; frontMatter?: FrontMatter; blocks: Block[] };

/** The tables of lezer, which looks at every sign of a line for a pipe: most lines have none. */
const pipedTables: MarkdownConfig = {
  ...TableExtension,
  parseBlock: (TableExtension.parseBlock ?? []).map((block) => ({
    ...block,
    leaf: (context, leaf) => (leaf.content.includes('|') ? (block.leaf?.(context, leaf) ?? null) : null),
    endLeaf: (context, line, leaf) => line.text.includes('|') && block.endLeaf?.(context, line, leaf) === true,
  })),
};

/** The task items of lezer, which looks at every paragraph with a pattern. */
const markedTasks: MarkdownConfig = {
  ...TaskList,
  parseBlock: (TaskList.parseBlock ?? []).map((block) => ({
    ...block,
    leaf: (context, leaf) => (leaf.content.startsWith('[') ? (block.leaf?.(context, leaf) ?? null) : null),
  })),
};

/** GFM blocks without inline parsing: marks inside a line are dealt with by `plainText`, which is far cheaper. */
const blockParser = Object.create(parser.configure([pipedTables, markedTasks])) as typeof parser;
blockParser.parseInline = () => [];

/** Parses Markdown into blocks. Never throws; nothing of the source is lost or changed. */
export function parseMarkdown(source: string): MarkdownDoc {
  const view = makeView(source);
  const frontMatter = findFrontMatter(view.text);
  if (frontMatter !== undefined) view.text = blankFrontMatter(view.text, frontMatter);
  const tree = blockParser.parse(tame(view.text));
  const blocks = convertBlocks(tree.cursor(), view.text);
  return frontMatter === undefined ? { source, view, blocks } : { source, view, frontMatter, blocks };
}
