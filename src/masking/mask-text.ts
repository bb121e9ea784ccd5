import { secretSpans } from '../sources/mask.ts';
import { type SeenClean, seenClean } from '../sources/seen-clean.ts';
import { coverSpans, joinSpans, type Span } from '../sources/span.ts';
import { type Leaf, leaves, type Packed, partsOf, repack } from './parts.ts';
import { personalSpans } from './personal.ts';
import { secretlintSpans } from './secretlint.ts';
import { allowed, defaultMasking, type MaskSettings } from './settings.ts';

/** A text that may be kept, and how often each kind of thing was masked in it. */
export type Masked = { text: string; masked: Record<string, number> };

/** Says of a found text whether the team keeps it. */
type Keeps = ReturnType<typeof allowed>;

/** Between parts; no shape of ours goes beyond it, and what goes beyond is cut there. */
const wall = '\n\n\n\n\0\n\n\n\n';

/** Of an address only the secret goes, where it is known which part that is: the host tells what failed. */
function withoutWholeUrls(found: Span[], own: readonly Span[], text: string): Span[] {
  const inside = own.filter(({ kind }) => kind === 'URL password');
  return found.filter(
    ({ kind, start, end }) =>
      kind !== 'URL password' ||
      (!text.slice(start, end).includes('(masked:') && !inside.some((span) => span.start >= start && span.end <= end)),
  );
}

async function spansOf(text: string, settings: MaskSettings): Promise<Span[]> {
  const keeps = allowed(settings);
  const own = secretSpans(text);
  const found = [...own, ...withoutWholeUrls(await secretlintSpans(text), own, text)];
  const secrets = joinSpans(found.filter(({ start, end }) => !keeps(text.slice(start, end))));
  // `password@host` of an address looks like e-mail: what overlaps a secret is left to it.
  const personal = outside(joinSpans(personalSpans(text, settings, keeps)), secrets);
  return [...secrets, ...personal].toSorted((a, b) => a.start - b.start);
}

/** The spans that overlap none of the others; both are in order. */
function outside(spans: Span[], others: readonly Span[]): Span[] {
  let next = 0;
  return spans.filter(({ start, end }) => {
    while ((others[next]?.end ?? Infinity) <= start) next += 1;
    return (others[next]?.start ?? Infinity) >= end;
  });
}

/** What was found clean by these settings; they are a new object when they may have changed. */
const clean = new WeakMap<MaskSettings, SeenClean>();

function cleanBy(settings: MaskSettings): SeenClean {
  let seen = clean.get(settings);
  if (seen === undefined) clean.set(settings, (seen = seenClean()));
  return seen;
}

/** A text with blanks for zero characters, of which a hostile one has millions: replaced one by one they would fill the memory. */
function withoutNul(text: string): string {
  if (!text.includes('\0')) return text;
  const units = Buffer.from(text, 'utf16le');
  for (let at = 0; at < units.length; at += 2) if (units[at] === 0 && units[at + 1] === 0) units[at] = 0x20;
  return units.toString('utf16le');
}

/** The spans in each text, counted from its start. */
async function spansIn(all: Iterable<string>, settings: MaskSettings): Promise<Map<string, Span[]>> {
  const seen = cleanBy(settings);
  const texts = [...all].filter((text) => !seen.has(text));
  if (texts.length === 0) return new Map();
  const spans = await spansOf(texts.map(withoutNul).join(wall), settings);
  const found = new Map<string, Span[]>();
  let start = 0;
  let next = 0;
  for (const text of texts) {
    const end = start + text.length;
    const own: Span[] = [];
    for (let span = spans[next]; span !== undefined && span.start < end; span = spans[(next += 1)])
      if (span.start >= start) own.push({ ...span, start: span.start - start, end: Math.min(span.end, end) - start });
    if (own.length > 0) found.set(text, own);
    else seen.add(text);
    start = end + wall.length;
  }
  return found;
}

/** A text taken apart: what it is packed in, and its parts with a text of their own. */
type Apart = { text: string; packed: Packed; parts: Leaf[] };

function apart(text: string): Apart {
  const packed = partsOf(text);
  return { text, packed, parts: leaves(packed) };
}

/** The text with everything covered that was found in its parts. */
function covered({ text, packed, parts }: Apart, found: ReadonlyMap<string, Span[]>, keeps: Keeps): Masked {
  const masked: Record<string, number> = {};
  const changed = new Map<Leaf, string>();
  const keys = new Map<string, number>();
  for (const part of parts) {
    const { content, isKey, isSecret } = part;
    const isWhole = isSecret && !keeps(content);
    const spans = isWhole ? [{ start: 0, end: content.length, kind: 'secret' }] : found.get(content);
    if (spans === undefined) continue;
    for (const { kind } of spans) masked[kind] = (masked[kind] ?? 0) + 1;
    const cover = coverSpans(content, spans);
    const times = keys.get(cover) ?? 1;
    if (isKey) keys.set(cover, times + 1);
    // Two keys that became the same one would hide each other.
    changed.set(part, isKey && times > 1 ? `${cover} ${times}` : cover);
  }
  return { text: changed.size === 0 ? text : repack(packed, changed), masked };
}

/** As `maskText`, of several at once: to begin to look costs more than to look through an alert. */
export async function maskTexts(texts: readonly string[], settings: MaskSettings = defaultMasking): Promise<Masked[]> {
  const keeps = allowed(settings);
  const all = texts.map(apart);
  const strings = new Set<string>();
  for (const { parts } of all) for (const part of parts) strings.add(part.content);
  const found = await spansIn(strings, settings);
  return all.map((one) => covered(one, found, keeps));
}

/**
 * A text without secrets and personal data, as it may be stored. In JSON, JSON lines and forms, also those packed in strings of
 * JSON, only the strings that hold such a thing change, so that it stays valid and pointers into it stay right.
 */
export async function maskText(text: string, settings: MaskSettings = defaultMasking): Promise<Masked> {
  const [masked] = await maskTexts([text], settings);
  return masked as Masked;
}
