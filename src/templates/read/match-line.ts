import { repairText } from '../../markdown/encoding.ts';
import { findMoments } from '../../values/time.ts';
import { findLabel, type Label } from '../outline/label.ts';
import { core, findLiteral, matchLiteral } from '../outline/literal.ts';
import type { Pattern, Slot } from '../template.ts';
import type { Context, Region } from './found.ts';

/** A piece of the view that a placeholder takes. */
type Piece = { from: number; to: number };

const wordAtEnd = /[\p{L}\p{N}]$/u;
const wordAtStart = /^[\p{L}\p{N}]/u;

/**
 * Matches a pattern on one line or cell. `label` is the label found at its start. Returns a region for each placeholder
 * it finds (the ones after a missing separator are left out), or undefined when the line is no such line.
 */
export function matchPattern(
  text: string,
  pattern: Pattern,
  from: number,
  to: number,
  label: Label | undefined,
  context: Context,
): Region[] | undefined {
  let at = from;
  if (pattern.labelKey !== '' && label !== undefined) at = label.end;
  else if (pattern.lead !== '') {
    const lead = core(pattern.lead);
    const end = lead === '' ? at : matchLiteral(text, at, to, lead);
    if (end >= 0) at = end;
    else if (/[\p{L}\p{N}]/u.test(lead)) return undefined;
    else at += damagedLength(text, at, to, lead);
  }
  at = skipBlanks(text, at, to);
  if (pattern.rest !== '') {
    const end = matchLiteral(text, at, to, pattern.rest);
    if (end >= 0) at = skipBlanks(text, end, to);
  }
  let bounds: Piece = { from: at, to: trimEnd(text, at, to) };
  if (pattern.wrap !== '') bounds = unwrap(text, bounds, pattern.wrap);
  const opening = pattern.lead === '' && pattern.checkbox === undefined;
  const pieces = split(text, pattern, bounds);
  return pieces?.map((piece, index) => ({
    slot: pattern.slots[index] as Slot,
    context,
    ...piece,
    opening: opening && index === 0,
  }));
}

/** Length of a decoration that was read with another code page or lacks its variation sign; 0 when there is none. */
function damagedLength(text: string, from: number, to: number, lead: string): number {
  // oxlint-disable-next-line no-control-regex -- everything but ASCII
  const run = /^[^\x00-\x7f]{1,10}/.exec(text.slice(from, Math.min(to, from + 10)))?.[0] ?? '';
  const plain = (sign: string) => sign.replace(/\ufe0f/g, '');
  return run !== '' && plain(repairText(run)) === plain(lead) ? run.length : 0;
}

function split(text: string, pattern: Pattern, bounds: Piece): Piece[] | undefined {
  const pieces: Piece[] = [];
  let at = bounds.from;
  for (let index = 0; index < pattern.slots.length; index++) {
    const slot = pattern.slots[index] as Slot;
    const raw = pattern.seps[index] ?? '';
    const literal = core(raw);
    if (index === pattern.slots.length - 1) {
      const end = literal === '' ? bounds.to : withoutTail(text, at, bounds.to, literal);
      pieces.push(unwrap(text, { from: at, to: trimEnd(text, at, end) }, slot.wrap));
      break;
    }
    if (index === 0 && pattern.named) {
      const name = nameOf(text, at, bounds.to);
      if (name === undefined) return undefined;
      pieces.push(name.piece);
      at = skipBlanks(text, name.end, bounds.to);
      continue;
    }
    const wrapped = slot.wrap !== '' && text.startsWith(slot.wrap, at);
    const close = wrapped ? closeOf(text, at, bounds.to, slot.wrap) : -1;
    const from = close < 0 ? at : close;
    const next =
      literal === ''
        ? { from, to: close < 0 ? questionEnd(text, at, bounds.to) : from }
        : findLiteral(text, from, bounds.to, literal, /^[\s\p{L}]/u.test(raw.replace(/^[*`]+/, '')));
    if (next === undefined) {
      const followed = pattern.slots[index + 1]?.kind !== 'moment';
      const behind = slot.kind === 'moment' && followed ? momentEnd(text, at, bounds.to) : at;
      if (behind > at) {
        pieces.push({ from: at, to: behind });
        at = skipSigns(text, behind, bounds.to);
        continue;
      }
      const end = withoutPrefix(text, at, bounds.to, literal);
      pieces.push(unwrap(text, { from: at, to: trimEnd(text, at, end) }, slot.wrap));
      break;
    }
    const end = literal === '' && close < 0 ? next.to : next.from;
    pieces.push(unwrap(text, { from: at, to: trimEnd(text, at, end) }, slot.wrap));
    at = skipBlanks(text, next.to, bounds.to);
  }
  return pieces;
}

/** Where the moment that opens a piece ends, when other words follow it without the template's separator. */
function momentEnd(text: string, from: number, to: number): number {
  const first = findMoments(text.slice(from, Math.min(to, from + 120)))[0];
  const end = from + (first?.from === 0 ? first.to : 0);
  return /^[\s:–—|-]{1,6}[\p{L}\p{N}*`]/u.test(text.slice(end, Math.min(to, end + 8))) ? end : from;
}

/** Behind the signs that may part a moment from its text. */
function skipSigns(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && at < from + 6 && ' \t:–—-|'.includes(text[at] as string)) at++;
  return at;
}

/** A label that is itself a value: bold, with its colon inside or outside of the marks. */
function nameOf(text: string, from: number, to: number): { piece: Piece; end: number } | undefined {
  const marks = text.startsWith('**', from) ? '**' : '';
  const label = marks === '' ? undefined : findLabel(text, from, to);
  if (label === undefined) return undefined;
  let end = label.end;
  while (end > from && /[*:：?\s]/.test(text[end - 1] as string)) end--;
  return { piece: trim(text, from + marks.length, end), end: label.end };
}

/** Where a wrapped value ends, behind its closing marks: at a blank, a colon or the end. */
function closeOf(text: string, from: number, to: number, wrap: string): number {
  let at = text.indexOf(wrap, from + wrap.length);
  while (at >= 0 && at + wrap.length <= to) {
    const end = at + wrap.length;
    const next = text[end];
    if (end === to || next === ' ' || next === ':' || next === '\n') return end;
    at = text.indexOf(wrap, at + 1);
  }
  return -1;
}

/** A question without its bold marks ends at its question mark. */
function questionEnd(text: string, from: number, to: number): number {
  const at = text.indexOf('?', from);
  return at < 0 || at >= to ? to : at + 1;
}

/** The end without the literal that may close the line: `(if applicable)`, `from onset`. */
function withoutTail(text: string, from: number, to: number, literal: string): number {
  const spaced = wordAtStart.test(literal);
  for (let at = Math.max(from, to - literal.length - 12); at < to; at++) {
    if (text[at] === '*' || text[at] === '`') continue;
    if (spaced && at > from && wordAtEnd.test(text[at - 1] as string)) continue;
    const end = matchLiteral(text, at, to, literal);
    if (end < 0) continue;
    if (end === to || /^[*`]+$/.test(text.slice(end, to))) return at;
  }
  return to;
}

/** A separator whose second half is missing: `99 % uptime` without `(SLO: ...)`. */
function withoutPrefix(text: string, from: number, to: number, literal: string): number {
  const words = literal.split(' ');
  for (let count = words.length - 1; count > 0; count--) {
    const part = words.slice(0, count).join(' ');
    if (!/\p{L}/u.test(part)) continue;
    const end = withoutTail(text, from, to, part);
    if (end < to) return end;
  }
  return to;
}

/** Takes marks off both ends of a piece, if they are there. A code span may be longer than the template's. */
function unwrap(text: string, piece: Piece, wrap: string): Piece {
  const { from, to } = piece;
  if (wrap === '' || to - from < 2) return piece;
  if (wrap[0] === '`') return unwrapCode(text, piece);
  const long = to - from >= 2 * wrap.length;
  return long && text.startsWith(wrap, from) && text.startsWith(wrap, to - wrap.length)
    ? trim(text, from + wrap.length, to - wrap.length)
    : piece;
}

function unwrapCode(text: string, piece: Piece): Piece {
  const { from, to } = piece;
  let run = 0;
  while (from + run < to && text.charCodeAt(from + run) === 96) run++;
  if (run === 0 || to - from < 2 * run + 1 || text.charCodeAt(from + run) === 96) return piece;
  const marks = '`'.repeat(run);
  if (!text.startsWith(marks, to - run) || text.charCodeAt(to - run - 1) === 96) return piece;
  for (let at = text.indexOf(marks, from + run); at >= 0 && at < to - run;) {
    let end = at;
    while (text.charCodeAt(end) === 96) end++;
    if (end - at === run) return piece;
    at = text.indexOf(marks, end);
  }
  return trim(text, from + run, to - run);
}

function trim(text: string, from: number, to: number): Piece {
  const start = skipBlanks(text, from, to);
  return { from: start, to: trimEnd(text, start, to) };
}

/** The first offset that holds no blank or newline. */
function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The end without blanks and newlines before it. */
export function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10;
}
