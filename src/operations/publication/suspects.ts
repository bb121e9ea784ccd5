import type { Policy } from '../../record/policy.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { codeBlocksIn } from './code-blocks.ts';
import { plainFields } from './field-classes.ts';
import type { PublicHosts } from './links.ts';
import { maySomebody } from './name-fields.ts';
import { type Span, signs, trimmed } from './signs.ts';
import { uncasedIn } from './uncased.ts';
import { openWeaknessesIn, openWork } from './weaknesses.ts';

/** Something that was left and still looks like a leak, in its sentence: a person decides. */
export type Suspect = { kind: string; text: string; place: string; before: string; after: string };

/** What is known beside the text. */
export type Knowledge = {
  /** Words of names, small and without accents. */
  names: ReadonlySet<string>;
  publicHosts: PublicHosts;
  policy: Policy;
};

/** Letters of its sentence that stand on each side of a suspicion. */
const mostAround = 90;

const smallWord = /(?<![\p{L}\p{N}_])\p{Ll}[\p{L}’'-]{2,30}/gu;

function knownNames(text: string, names: ReadonlySet<string>): Span[] {
  if (names.size === 0) return [];
  return [...text.matchAll(smallWord)]
    .filter(([word]) => names.has(word.replace(/['’]s$/, '')))
    .map(({ 0: word, index }) => ({ kind: 'may be a name', from: index, to: index + word.length }));
}

function signsIn(text: string, publicHosts: PublicHosts): Span[] {
  const isPublic = (kind: string, match: string) => {
    if (kind !== 'may be a host' || publicHosts.length === 0) return false;
    const host = match.split('/')[0]?.toLowerCase() ?? '';
    return publicHosts.some((one) => host === one || host.endsWith(`.${one}`));
  };
  return signs.flatMap(({ kind, pattern, accept, trims }) =>
    [...text.matchAll(pattern)]
      .filter(([match]) => (accept === undefined || accept(match)) && !isPublic(kind, match))
      .map(({ 0: match, index }) => ({ kind, from: index, to: index + match.length }))
      .map((span) => (trims ? trimmed(text, span) : span)),
  );
}

/** Of spans that overlap, the first. */
function apart(spans: readonly Span[], length: number): Span[] {
  const taken = new Uint8Array(length);
  return spans.filter(({ from, to }) => {
    if (taken[from] === 1 || taken[to - 1] === 1) return false;
    taken.fill(1, from, to);
    return true;
  });
}

/** Where a text shows a sign of a leak; what one sign has found is not found again by a later one. */
export const signSpans = (text: string, publicHosts: PublicHosts): Span[] =>
  apart(signsIn(text, publicHosts), text.length);

/** A span with what stands around it: its sentence, or as much as fits. */
export function shown(text: string, { kind, from, to }: Span, place: string): Suspect {
  const before = text.slice(Math.max(0, from - mostAround), from);
  const after = text.slice(to, to + mostAround);
  const start = Math.max(before.lastIndexOf('\n') + 1, before.search(/(?<=[.!?] )[^.!?]{0,90}$/));
  const end = /\n|(?<=[.!?])\s/.exec(after)?.index ?? after.length;
  return { kind, text: text.slice(from, to), place, before: before.slice(start), after: after.slice(0, end) };
}

const isNamePlace = (place: string): boolean => /^(?:actions|timeline|steps)\[\d+\]\.(?:owner|actor|by)$/.test(place);

/** Everything in a redacted record that still looks like a leak; sections of their own are always to be read. */
export function suspectsOf(record: PostmortemRecord, known: Partial<Knowledge> = {}): Suspect[] {
  const { names = new Set<string>(), publicHosts = [], policy } = known;
  const weak = policy === undefined ? new Set<string>() : openWork(record, policy);
  const uncased = uncasedIn(record);
  const look = (text: string, place: string): Suspect[] => {
    const isSomebody = isNamePlace(place) && maySomebody(text, record);
    const all = { from: 0, to: text.length };
    const spans = [
      ...(isSomebody ? [{ kind: 'may be a name', ...all }] : []),
      ...(weak.has(place) ? [{ kind: 'is open work that names a weakness', ...all }] : []),
      ...apart([...signsIn(text, publicHosts), ...knownNames(text, names)], text.length).filter(
        ({ kind }) => !(isSomebody && kind.startsWith('may be a name')),
      ),
      ...uncased(text),
      ...openWeaknessesIn(text),
      ...codeBlocksIn(text),
    ];
    const keyOf = ({ from, to }: Span) => from * (text.length + 1) + to;
    const one = new Map(spans.map((span) => [keyOf(span), span] as const).toReversed());
    const own = spans.filter((span) => one.get(keyOf(span)) === span);
    // A name that stands somewhere a thousand times is asked for once.
    const told = new Map(own.map((span) => [`${span.kind}\n${text.slice(span.from, span.to)}`, span]));
    return [...told.values()].map((span) => shown(text, span, place));
  };
  const walk = (value: unknown, place: string): Suspect[] => {
    if (typeof value === 'string') return plainFields.has(place.split('.').at(-1) ?? '') ? [] : look(value, place);
    if (Array.isArray(value)) return value.flatMap((item, index) => walk(item, `${place}[${index}]`));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, child]) => walk(child, place === '' ? key : `${place}.${key}`));
  };
  const own = (record.custom ?? []).map(({ heading }, index) => ({
    kind: 'is a section of its own: read it',
    text: heading,
    place: `custom[${index}]`,
    before: '',
    after: '',
  }));
  const every = [...walk(record, ''), ...own];
  return [...new Map(every.map((one) => [`${one.kind}\n${one.place}\n${one.text}`, one])).values()];
}
