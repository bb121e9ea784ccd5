import type { SyntaxNode } from '@lezer/common';
import { createElement, Fragment, type ReactNode } from 'react';
import { words } from '../../../words/index.ts';
import { inlineOf, type Shown } from './inline.tsx';
import { childrenOf } from './parse.ts';
import style from './formatted.module.css';

/** Lists and quotes within each other beyond this are shown as they are written. */
const deepest = 20;

/** Headings of a text stand under the one of its section, which is an h2. */
const heading = (level: number) => (shown: Shown, node: SyntaxNode) =>
  createElement(`h${Math.min(6, level + 2)}`, { dir: 'auto', 'data-level': level }, inlineOf(shown, node));

const code = ({ source }: Shown, node: SyntaxNode) => (
  <pre dir="ltr" tabIndex={0} role="group" aria-label={words.prose.codeBlock}>
    <code>
      {node
        .getChildren('CodeText')
        .map(({ from, to }) => source.slice(from, to))
        .join('\n')}
    </code>
  </pre>
);

function item(shown: Shown, node: SyntaxNode, depth: number): ReactNode {
  const task = node.getChild('Task');
  const marker = task?.getChild('TaskMarker');
  const done = marker !== null && marker !== undefined && /x/i.test(shown.source.slice(marker.from, marker.to));
  return (
    <li key={node.from} className={task === null ? undefined : style.task} dir="auto">
      {task === null ? null : (
        <span
          role="img"
          aria-label={done ? words.prose.done : words.prose.open}
          className={done ? style.done : style.open}
        />
      )}
      {childrenOf(node)
        .filter(({ name }) => name !== 'ListMark')
        .map((child) => blockOf(shown, child, depth + 1, true))}
    </li>
  );
}

const list = (shown: Shown, node: SyntaxNode, depth: number): ReactNode => {
  const items = node.getChildren('ListItem').map((each) => item(shown, each, depth));
  if (node.name === 'BulletList') return <ul>{items}</ul>;
  const start = Number.parseInt(shown.source.slice(node.from, node.from + 9), 10);
  return <ol start={Number.isNaN(start) ? 1 : start}>{items}</ol>;
};

/** Cells of a row, the empty ones too: the signs between them are what counts them. */
function cellsOf(row: SyntaxNode): (SyntaxNode | undefined)[] {
  const cells: (SyntaxNode | undefined)[] = [];
  let waiting: SyntaxNode | undefined;
  let begun = false;
  for (const child of childrenOf(row))
    if (child.name === 'TableCell') [waiting, begun] = [child, true];
    else {
      if (begun || child.from > row.from) cells.push(waiting);
      [waiting, begun] = [undefined, true];
    }
  if (waiting !== undefined) cells.push(waiting);
  return cells;
}

const table = (shown: Shown, node: SyntaxNode): ReactNode => {
  const head = node.getChild('TableHeader');
  const row = (each: SyntaxNode, Cell: 'th' | 'td') => (
    <tr key={each.from}>
      {cellsOf(each).map((cell, index) => (
        <Cell key={index} dir="auto" {...(Cell === 'th' ? { scope: 'col' } : {})}>
          {cell === undefined ? null : inlineOf(shown, cell)}
        </Cell>
      ))}
    </tr>
  );
  return (
    <div className={style.table} tabIndex={0} role="group" aria-label={words.prose.table}>
      <table>
        <thead>{head === null ? null : row(head, 'th')}</thead>
        <tbody>{node.getChildren('TableRow').map((each) => row(each, 'td'))}</tbody>
      </table>
    </div>
  );
};

const paragraph = (shown: Shown, node: SyntaxNode) => <p dir="auto">{inlineOf(shown, node)}</p>;

const shapes: Record<string, (shown: Shown, node: SyntaxNode, depth: number) => ReactNode> = {
  Paragraph: paragraph,
  Task: paragraph,
  BulletList: list,
  OrderedList: list,
  Blockquote: (shown, node, depth) => <blockquote>{blocksOf(shown, node, depth + 1)}</blockquote>,
  FencedCode: code,
  CodeBlock: code,
  Table: table,
  HorizontalRule: () => <hr />,
  QuoteMark: () => null,
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`ATXHeading${level}`, heading(level)])),
  SetextHeading1: heading(1),
  SetextHeading2: heading(2),
};

/** A block; what has no shape here, HTML above all, is shown as the text that it is. */
function blockOf(shown: Shown, node: SyntaxNode, depth: number, tight = false): ReactNode {
  const shape = depth > deepest ? undefined : shapes[node.name];
  if (shape === undefined)
    return (
      <p key={node.from} className={style.asWritten} dir="auto">
        {shown.source.slice(node.from, node.to)}
      </p>
    );
  const block =
    tight && (node.name === 'Paragraph' || node.name === 'Task') ? (
      <div dir="auto">{inlineOf(shown, node)}</div>
    ) : (
      shape(shown, node, depth)
    );
  return <Fragment key={node.from}>{block}</Fragment>;
}

/** The blocks within a node. */
export const blocksOf = (shown: Shown, node: SyntaxNode, depth = 0): ReactNode =>
  childrenOf(node).map((child) => blockOf(shown, child, depth));
