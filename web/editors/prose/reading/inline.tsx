import type { SyntaxNode } from '@lezer/common';
import { Fragment, type ReactNode } from 'react';
import { words } from '../../../words/index.ts';
import { addressOf, evidenceAddress, evidenceOf } from './address-of.ts';
import { childrenOf, marks } from './parse.ts';
import style from './formatted.module.css';

/** What is being shown, and of which incident. */
export type Shown = { source: string; incident: string };

const textOf = ({ source }: Shown, { from, to }: { from: number; to: number }) => source.slice(from, to);
const urlOf = (shown: Shown, node: SyntaxNode): string | undefined => {
  const url = node.getChild('URL');
  return url === null ? undefined : textOf(shown, url);
};

/** Between the first bracket and its partner: what a link or picture is called. */
function labelOf(node: SyntaxNode): { from: number; to: number } {
  const [open, close] = node.getChildren('LinkMark');
  return { from: open?.to ?? node.from, to: close?.from ?? node.to };
}

function Picture({ shown, node }: { shown: Shown; node: SyntaxNode }) {
  const name = textOf(shown, labelOf(node));
  const url = urlOf(shown, node) ?? '';
  const sha256 = evidenceOf(url);
  if (sha256 !== undefined)
    return <img className={style.picture} src={evidenceAddress(shown.incident, sha256)} alt={name} loading="lazy" />;
  const address = addressOf(url, shown.incident);
  if (address === undefined) return textOf(shown, node);
  // Pictures of other sites would tell them who reads this.
  return (
    <a href={address} rel="noopener noreferrer" target="_blank" data-own-words>
      {words.prose.pictureElsewhere(name)}
    </a>
  );
}

function LinkTo({ shown, node }: { shown: Shown; node: SyntaxNode }) {
  const url = urlOf(shown, node);
  const address = url === undefined ? undefined : addressOf(url, shown.incident);
  if (address === undefined) return textOf(shown, node);
  const own = address.startsWith(`${location.origin}/`);
  return (
    <a href={address} {...(own ? {} : { rel: 'noopener noreferrer', target: '_blank' })}>
      {node.name === 'Link' ? inlineOf(shown, node, labelOf(node)) : textOf(shown, node).replace(/^<|>$/g, '')}
    </a>
  );
}

function bareUrl(shown: Shown, node: SyntaxNode): ReactNode {
  const text = textOf(shown, node);
  const address = addressOf(/^www\./i.test(text) ? `https://${text}` : text, shown.incident);
  if (address === undefined) return text;
  return (
    <a href={address} rel="noopener noreferrer" target="_blank">
      {text}
    </a>
  );
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
const entity = (text: string): string => named[text.slice(1, -1)] ?? text;

const shapes: Record<string, (shown: Shown, node: SyntaxNode) => ReactNode> = {
  StrongEmphasis: (shown, node) => <strong>{inlineOf(shown, node)}</strong>,
  Emphasis: (shown, node) => <em>{inlineOf(shown, node)}</em>,
  Strikethrough: (shown, node) => <del>{inlineOf(shown, node)}</del>,
  InlineCode: (shown, node) => <code>{inlineOf(shown, node)}</code>,
  Link: (shown, node) => <LinkTo {...{ shown, node }} />,
  Autolink: (shown, node) => <LinkTo {...{ shown, node }} />,
  Image: (shown, node) => <Picture {...{ shown, node }} />,
  URL: bareUrl,
  HardBreak: () => <br />,
  Escape: (shown, node) => textOf(shown, node).slice(1),
  Entity: (shown, node) => entity(textOf(shown, node)),
};

/** The running text of a node, or of the range of it that is given. */
export function inlineOf(shown: Shown, node: SyntaxNode, range: { from: number; to: number } = node): ReactNode {
  const parts: ReactNode[] = [];
  let at = range.from;
  for (const child of childrenOf(node)) {
    if (child.from < at || child.to > range.to) continue;
    parts.push(shown.source.slice(at, child.from));
    if (!marks.has(child.name)) parts.push(shapes[child.name]?.(shown, child) ?? textOf(shown, child));
    at = child.to;
  }
  parts.push(shown.source.slice(at, range.to));
  return parts.map((part, index) => <Fragment key={index}>{part}</Fragment>);
}
