import { type Sought, hitsOf } from './sought.ts';

/** A piece of a text; `hit` for a word that was looked for. */
export type Piece = { text: string; hit?: true };

const snippetLetters = 220;
const leadLetters = 60;
/** Places looked at in one text: beyond them it says the same again. */
const mostPlaces = 60;

/** A text as pieces, with the words that were looked for marked. */
export function marked(text: string, sought: Sought): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  hitsOf(sought)(text, ({ from, end }) => {
    if (from > at) pieces.push({ text: text.slice(at, from) });
    pieces.push({ text: text.slice(from, end), hit: true });
    at = end;
    return true;
  });
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

const lineMarks = /^[ \t]*(?:#{1,6}|[-*+>]|\d{1,9}[.)]|[|\-:\s]+$)[ \t]*/gm;
const links = /!?\[([^[\]\n]{0,300})\]\([^()\s]{0,300}\)/g;

/** A part of a Markdown text as one line to be read: without the marks of Markdown, everything else as it is written. */
const readable = (part: string): string =>
  part
    .toWellFormed()
    .replaceAll(lineMarks, '')
    .replaceAll(links, '$1')
    .replaceAll(/\*{1,3}|~~|`+/g, '')
    .replaceAll(/[|\s]+/g, ' ')
    .trim();

const enoughOf = ({ stems, begun, most = Infinity }: Sought): number => Math.min(most, stems.size + begun.length);

type Place = { at: number; stem: string };
type Best = { text: string; at: number; words: number };

/** From where a snippet of a text shows the most different words of those that were looked for. */
function bestIn(text: string, sought: Sought): Best | undefined {
  const enough = enoughOf(sought);
  let best: Best | undefined;
  let near: Place[] = [];
  let seen = 0;
  hitsOf(sought)(text, ({ from, stems }) => {
    near = near.filter(({ at }) => at > from - (snippetLetters - leadLetters));
    near.push({ at: from, stem: stems[0] ?? '' });
    const words = new Set(near.map(({ stem }) => stem)).size;
    if (words > (best?.words ?? 0)) best = { text, at: near[0]?.at ?? from, words };
    seen += 1;
    return words < enough && seen < mostPlaces;
  });
  return best;
}

/** The part of these texts that shows the most of what was looked for; the beginning of the first one when none does. */
export function snippet(texts: readonly string[], sought: Sought): Piece[] {
  let best: Best | undefined;
  for (const text of sought.stems.size + sought.begun.length === 0 ? [] : texts) {
    const here = bestIn(text, sought);
    if (here !== undefined && here.words > (best?.words ?? 0)) best = here;
    if (best !== undefined && best.words >= enoughOf(sought)) break;
  }
  if (best === undefined) {
    const [first = ''] = texts.filter((text) => text !== '');
    const part = readable(first.slice(0, snippetLetters));
    return part === '' ? [] : [{ text: first.length > snippetLetters ? `${part} …` : part }];
  }
  const { text, at } = best;
  const near = Math.max(0, at - leadLetters);
  const from = near === 0 ? 0 : text.indexOf(' ', near) + 1 || near;
  const begin = from > at ? near : from;
  const end = begin + snippetLetters;
  const part = readable(text.slice(begin, end));
  return marked(`${begin > 0 ? '… ' : ''}${part}${end < text.length ? ' …' : ''}`, sought);
}
