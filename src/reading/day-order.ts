import { type DateParts, isoDay } from '../values/date.ts';
import { matchesOf } from '../values/matches.ts';

/** How dates in numbers are written in a document: 03/04/2021 as 4 March or 3 April; undefined where nothing decides. */
export type NumericOrder = 'monthFirst' | 'dayFirst' | undefined;

const americanZone = /\b(?:[PMCE][SD]T|Pacific|Eastern)\b/;
/** `05/06/2021 9:15 AM`: a date in numbers with a clock of twelve hours behind it. */
const beforeNoon = /\d\/\d{1,2}\/\d{2,4},?\s{1,2}\d{1,2}:\d\d(?::\d\d)?\s?[ap]\.?m\b/i;
const numericDate = /(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?![\d/-])/g;

/** The order that dates anywhere in the text show which have a part above 12: the due date 31/01/2024 of an action. */
function slashOrder(text: string): NumericOrder {
  const shown = new Set<NumericOrder>();
  for (const [, first, second] of matchesOf(numericDate, text.slice(0, 60_000))) {
    if (Number(first) > 12 && Number(second) <= 12) shown.add('dayFirst');
    if (Number(second) > 12 && Number(first) <= 12) shown.add('monthFirst');
  }
  return shown.size === 1 ? [...shown][0] : undefined;
}

const dayFirstWords =
  /(?<!\p{L})(?:le|la|les|des|est|une|dans|der|die|das|und|ist|wurde|nicht|el|los|las|una|con|para|il|gli|della|sono|che|os|dos|das|uma|não|foram|foi|het|een|van|niet|och|det)(?!\p{L})/giu;
const englishWords = /(?<!\p{L})(?:the|of|and|was|were|to|is|that|with|from|for)(?!\p{L})/giu;

/** True for a text in a language (French, German, Spanish, Italian, Portuguese, Dutch, Swedish) that always writes the day first. */
function isDayFirstLanguage(text: string): boolean {
  const start = text.slice(0, 4000);
  const count = (words: RegExp) => start.match(words)?.length ?? 0;
  return count(dayFirstWords) >= 3 && count(dayFirstWords) > 2 * count(englishWords);
}

/**
 * How 03/04/2021 is read here: other dates of the document decide (a part above 12; a date written out that only one reading
 * equals; the reading that brings the dates of one document close together). Undefined when nothing decides.
 */
export function decideOrder(dates: DateParts[], text: string): NumericOrder {
  const open = dates.filter((date) => date.ambiguous);
  if (open.length === 0) return undefined;
  const certain = new Set(dates.flatMap((date) => isoDay(date) ?? []));
  const readings = (order: 'monthFirst' | 'dayFirst') => open.map((date) => isoDay(resolveOrder(date, order)) ?? '');
  const [months, days] = [readings('monthFirst'), readings('dayFirst')];
  const hits = (list: string[]) => list.filter((day) => certain.has(day)).length;
  if (hits(months) !== hits(days)) return hits(months) > hits(days) ? 'monthFirst' : 'dayFirst';
  const spread = (list: string[]) => {
    const all = [...list, ...certain].map((day) => Date.parse(day)).filter((ms) => !Number.isNaN(ms));
    all.sort((a, b) => a - b);
    return (all.at(-1) ?? 0) - (all[0] ?? 0);
  };
  const [monthSpread, daySpread] = [spread(months.slice(0, 200)), spread(days.slice(0, 200))];
  if (monthSpread !== daySpread && Math.min(monthSpread, daySpread) <= 14 * 86_400_000)
    return monthSpread < daySpread ? 'monthFirst' : 'dayFirst';
  const shown = slashOrder(text);
  if (shown !== undefined || isDayFirstLanguage(text)) return shown ?? 'dayFirst';
  // Of one day alone every length is the same in both orders, so that a hint is enough.
  const hinted = americanZone.test(text.slice(0, 20_000)) || (new Set(months).size === 1 && beforeNoon.test(text));
  return hinted ? 'monthFirst' : undefined;
}

/** The date with its numbers read in the given order; unchanged when it was never open, still open without an order. */
export function resolveOrder(date: DateParts, order: NumericOrder): DateParts {
  if (!date.ambiguous || order === undefined) return date;
  const { ambiguous, ...rest } = date;
  return order === 'dayFirst' ? rest : { ...rest, month: ambiguous[0], day: ambiguous[1] };
}
