import type { Claim } from '../../record/claim.ts';
import { matchesOf } from '../../values/matches.ts';
import type { Context } from '../context.ts';

/** Words that, anywhere in the line, turn it to another incident. */
const earlier =
  /\b(?:previous(?:ly)?|once before|in the past|last (?:time|week|month|year)|earlier (?:incident|outage)|the (?:night|day|week|month|year|time) before|historical(?:ly)?)\b/i;
/** The same in the sentence of the claim itself. */
const another =
  /\b(?:last|prior|former|past|similar|another|(?:one )?such(?: an?)?) (?:\w{1,15} )?(?:incident|outage|disruption|interruption|failure)s?\b/i;

const year = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthWords = `(${months.join('|')})[a-z]{0,6}`;
const monthDay = new RegExp(
  `\\b(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${monthWords}|${monthWords}\\.? \\d{1,2}(?!\\d))`,
  'gi',
);
/** The name of a ticket or a report: `TH-176`. */
const identifier = /\b[A-Z]{2,8}-\d[\d-]{0,12}\b/g;

/** True when the sentence names years or days, and the timeline has entries in none of them. */
function otherDates(context: Context, text: string): boolean {
  const days = context.events.map(({ wall }) => new Date(wall));
  const named = text.match(year);
  if (named !== null && days.length > 0 && !named.some((it) => days.some((day) => day.getUTCFullYear() === Number(it))))
    return true;
  const found = matchesOf(monthDay, text).map(([, one, two]) => months.indexOf((one ?? two ?? '').toLowerCase()));
  return found.length > 0 && days.length > 0 && !found.some((it) => days.some((day) => day.getUTCMonth() === it));
}

/** Lines at the top of a document that name the incident it is about. */
const headLines = 12;

/** True when the sentence names a ticket that neither the title, the file nor the first lines name. */
function otherTicket(context: Context, text: string, line = headLines + 1): boolean {
  const named = text.match(identifier);
  if (named === null || context.source === undefined) return false;
  const head = `${context.record.incident?.title ?? ''} ${context.fileName ?? ''} ${context.lines
    .slice(0, Math.min(headLines, line - 1))
    .join(' ')
    .slice(0, 4000)}`;
  return !named.some((it) => head.includes(it));
}

/** Does a claim speak of another incident: an earlier one, one of another year or day, one with a ticket of its own? */
export function isElsewhere(context: Context, claim: Claim): boolean {
  const text = claim.text.slice(0, 2000);
  if (earlier.test(`${text} ${context.lineText(claim.line)}`.slice(0, 2000)) || another.test(text)) return true;
  return claim.origin === 'prose' && (otherDates(context, text) || otherTicket(context, text, claim.line));
}
