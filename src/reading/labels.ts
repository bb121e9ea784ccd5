import type { Block } from '../markdown/blocks.ts';
import { plainText } from '../markdown/plain.ts';
import { joined } from './entry.ts';
import { labelKey } from './label-key.ts';
import { addTable } from './label-table.ts';
import { effectiveKind, type Kind, type KindSection } from './section-kind.ts';

export { labelKey } from './label-key.ts';

/** A stated pair: `**Duration:** 45 minutes`, a row of a two-column table, a heading with one short line, a front matter key. */
export type Label = {
  /** Comparable form: lower case words. */
  key: string;
  /** The label as it stands. */
  name: string;
  value: string;
  origin: 'label' | 'table' | 'frontMatter';
  kind: Kind;
  /** Offsets of the value in the view. */
  from: number;
  to: number;
};

const labelLine =
  /^[ \t>]{0,20}(?:[-*+•]\s{1,4})?(?:\[[ xX]\]\s{1,3})?([*_`]{0,3})([^*_`:|?\n]{1,80})(?:(::?|\?)([*_`]{0,3})|([*_`]{1,3})[ \t]?[:–—-]?)[ \t]+(\S[^\n]*)$/;

/** A look for the signs of a label, then for what stands between a name and its value: most lines have none. */
const mark = /[:*_?]/;
const nameEnd = /[:?*_`][–—-]?[ \t]/;

const inlineLabel = /\s{0,3}[,;|·•.]\s{1,4}(?=\p{L}[\p{L} ]{1,40}:\s)/u;

/** A label of more words is a sentence. */
const mostWords = 11;
/** Words of a trimmed text; 1 without a look for one too short to hold more than a label may. */
const countWords = (text: string): number => (text.length <= 2 * mostWords ? 1 : text.split(/\s+/).length);

/** Reads one line as `label: value`; undefined when it has no such look. Offsets are relative to the line. */
export function readLabelLine(line: string): { name: string; value: string; from: number } | undefined {
  if (line.length > 600 || !mark.test(line.slice(0, 110)) || !nameEnd.test(line)) return undefined;
  const match = labelLine.exec(line);
  if (!match) return undefined;
  const [, open = '', written = '', colon, , close] = match;
  const name = written.trim();
  if (colon === undefined && (open === '' || close === undefined)) return undefined;
  if (!/\p{L}/u.test(name) || countWords(name) > mostWords || /^https?$/i.test(name)) return undefined;
  const value = match[6] ?? '';
  return { name: plainText(name), value: plainText(value), from: line.length - value.length };
}

/** Where labels are looked for, and where they go. */
export type Collect = { text: string; kind: Kind; into: Label[] };

function addLine(from: number, to: number, { text, kind, into }: Collect): void {
  for (let start = from; start < to;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > to ? to : newline;
    const found = end - start <= 700 ? readLabelLine(text.slice(start, end)) : undefined;
    if (found) addPair(found, start, { text, kind, into });
    start = end + 1;
  }
}

/** One label, or several on a line: `Start: 10:00 UTC, end: 10:30 UTC. Duration: 30 minutes`. */
function addPair(
  { name, value, from }: { name: string; value: string; from: number },
  start: number,
  { kind, into }: Collect,
): void {
  const end = start + from + value.length;
  const [own = '', ...further] = value.length < 400 && /\S:\s/.test(value) ? value.split(inlineLabel) : [value];
  into.push({ key: labelKey(name), name, value: own, origin: 'label', kind, from: start + from, to: end });
  for (const piece of further) {
    const colon = piece.indexOf(':');
    const label = piece.slice(0, colon).trim();
    into.push({
      key: labelKey(label),
      name: label,
      value: piece.slice(colon + 1).trim(),
      origin: 'label',
      kind,
      from: start + from,
      to: end,
    });
  }
}

function addBlock(block: Block, collect: Collect): void {
  if (block.type === 'paragraph') addLine(block.from, block.to, collect);
  else if (block.type === 'quote') for (const child of block.blocks) addBlock(child, collect);
  else if (block.type === 'table') addTable(block, collect);
  else if (block.type === 'list') {
    for (const item of block.items) {
      for (const [index, child] of item.blocks.entries()) {
        const next = item.blocks[index + 1];
        // `- **Resolution**:` with its text in the next paragraph is one label.
        if (
          index === 0 &&
          child.type === 'paragraph' &&
          next?.type === 'paragraph' &&
          /:[*_]{0,3}\s*$/.test(collect.text.slice(child.from, child.to))
        )
          addLabelled(collect.text.slice(child.from, child.to), next.from, next.to, collect);
        else addBlock(child, collect);
      }
    }
  } else if (block.type === 'fence') for (const line of block.lines) addLine(line.from, line.to, collect);
}

function addLabelled(name: string, from: number, to: number, { text, kind, into }: Collect): void {
  const plain = plainText(name).replace(/:\s*$/, '');
  into.push({
    key: labelKey(plain),
    name: plain,
    value: plainText(joined(text.slice(from, to))),
    origin: 'label',
    kind,
    from,
    to,
  });
}

/** All stated pairs of the sections, in order. A heading whose section is one short line is a pair, too (`## Duration`). */
export function collectLabels(sections: KindSection[], text: string): Label[] {
  const into: Label[] = [];
  for (const section of sections) {
    const kind = effectiveKind(section);
    const [only, ...more] = section.blocks;
    if (section.level > 0 && only?.type === 'paragraph' && more.length === 0 && only.to - only.from < 160)
      addLabelled(section.title, only.from, only.to, { text, kind, into });
    for (const block of section.blocks) addBlock(block, { text, kind, into });
  }
  return into;
}
