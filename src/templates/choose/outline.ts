import { headingKey } from '../../markdown/heading-key.ts';

/** What a template looks like from afar: its headings, and how much each one's section weighs in the confidence. */
export type Outline = {
  /** The first is the document's title, or what stands before any heading. `key` is that of `headingKey`. */
  sections: { key: string; weight: number }[];
  /** Sections by key, and by each word of their headings. */
  byKey: Map<string, number[]>;
  byWord: Map<string, number[]>;
  /** Sum of the weights. */
  total: number;
};

const outlines = new Map<string, Outline>();

/**
 * The outline of a template's source, computed once. It looks at lines instead of compiling: a heading counts 1, a line
 * with a label and a placeholder 1, a table with placeholders 2.
 */
export function outlineOf(source: string): Outline {
  const known = outlines.get(source);
  if (known !== undefined) return known;
  const outline = readOutline(source);
  if (outlines.size > 200) outlines.clear();
  outlines.set(source, outline);
  return outline;
}

function readOutline(source: string): Outline {
  const sections = [{ key: '', weight: 0 }];
  let inFence = false;
  let inTable = false;
  let before = '';
  for (const line of body(source).split(/\r\n?|\n/)) {
    const current = sections.at(-1) as { key: string; weight: number };
    const heading = inFence ? undefined : headingOf(line, before);
    if (/^\s*(?:```|~~~)/.test(line)) inFence = !inFence;
    const row = /^\s*\|/.test(line);
    if (heading !== undefined && heading.level === 1 && sections.length === 1) current.key = heading.key;
    else if (heading !== undefined) sections.push({ key: heading.key, weight: 1 });
    else if (line.includes('{{') && (row ? !inTable : line.includes(':'))) {
      current.weight += row ? 2 : 1;
      inTable = row;
    }
    if (!row) inTable = false;
    before = line;
  }
  const outline: Outline = { sections, byKey: new Map(), byWord: new Map(), total: 0 };
  sections.forEach(({ key, weight }, index) => {
    outline.total += weight;
    if (index === 0) return;
    add(outline.byKey, key, index);
    for (const word of wordsOf(key)) add(outline.byWord, word, index);
  });
  return outline;
}

function body(source: string): string {
  const end = /^---\r?\n[^]*?\n---[ \t]*(?:\r?\n|$)/.exec(source)?.[0].length ?? 0;
  return source.slice(end);
}

function headingOf(line: string, before: string): { level: number; key: string } | undefined {
  const marks = /^ {0,3}(#{1,6})(?:\s|$)/.exec(line)?.[1]?.length;
  if (marks !== undefined) return { level: marks, key: keyOf(line.replace(/^[ #]+/, '').replace(/ #+\s*$/, '')) };
  const underline = /^(=|-){2,}\s*$/.exec(line)?.[1];
  if (underline === undefined || before.trim() === '' || /^[\s>#|*+-]/.test(before)) return undefined;
  return { level: underline === '=' ? 1 : 2, key: keyOf(before) };
}

const keyOf = (text: string): string => headingKey(text.replace(/\{\{[^{}]{0,300}\}\}/g, ''));

const words = new Map<string, ReadonlySet<string>>();

/** Different words of a heading's key; a plural counts as its singular. */
export function wordsOf(key: string): ReadonlySet<string> {
  let own = words.get(key);
  if (own === undefined) {
    const list = key.split(' ').filter((word) => word !== '');
    own = new Set(list.map((word) => (word.endsWith('s') ? word.slice(0, -1) : word)));
    if (words.size > 5000) words.clear();
    words.set(key, own);
  }
  return own;
}

function add(map: Map<string, number[]>, key: string, index: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [index]);
  else list.push(index);
}
