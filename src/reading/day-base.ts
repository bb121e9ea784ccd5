import type { MarkdownDoc } from '../markdown/blocks.ts';
import { type DateParts, isoDay } from '../values/date.ts';
import { findMoments } from '../values/time.ts';
import type { Label } from './labels.ts';
import type { KindSection } from './section-kind.ts';

/** The day and year a document is about, from outside its timeline, and how its numeric dates are to be read. */
export type DayBase = { day?: string; year?: number; order?: 'monthFirst' | 'dayFirst' };

const dateLabel =
  /^(?:(?:incident|event|outage|start|report|post ?mortem) )?(?:dates?|day|datum|fecha|when|started?|start time|occurred|date time|date of (?:the )?(?:incident|event|outage)|published|pub date|created|time)(?: (?:at|on|of (?:the )?incident|time))?$/;
const yearIn = /(?<!\d)(20\d\d|19\d\d)(?!\d)/;

function datesOf(text: string): DateParts[] {
  return /\d/.test(text)
    ? findMoments(text.slice(0, 400)).flatMap((mention) => (mention.date ? [mention.date] : []))
    : [];
}

const writtenOn =
  /\b(?:publish|post(?:ed)?|written|updat|report|dated|prepar|version|creat|author|edit|issued|copyright|review)\w*\W{0,4}(?:on|at|the)?\W{0,3}$|\b(?:date|sent)\W{1,6}$/i;
const happenedOn =
  /\b(?:on|of|am|le|el|em|since|from)(?:\s(?:the|\w{3,10}day,?|evening of|night of|morning of))?\s{1,2}$/i;

/** Dates of prose, those that tell when something happened (`on Saturday, 30 April`) before bare ones, bylines last. */
function toldDates(text: string): DateParts[] {
  const ranks: DateParts[][] = [[], [], []];
  for (const { date } of /\d/.test(text) ? findMoments(text) : []) {
    if (!date) continue;
    const before = text.slice(Math.max(0, date.from - 30), date.from);
    const rank = writtenOn.test(before) ? 2 : date.weekday !== undefined || happenedOn.test(before) ? 0 : 1;
    ranks[rank]?.push(date);
  }
  return ranks.flat();
}

/** `2021-05-03-outage.md`, `20210503_db.md`, `postmortem-2021-05-03`: the day in a file name. */
function fileDay(fileName: string): string | undefined {
  const match = /(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)/.exec(fileName);
  return match
    ? isoDay({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]), from: 0, to: 0 })
    : undefined;
}

/**
 * How 03/04/2021 is read here: other dates of the document decide (a part above 12; a date written out that only one reading
 * equals; the reading that brings the dates of one document close together). Undefined when nothing decides.
 */
function decideOrder(dates: DateParts[], zones: string): DayBase['order'] {
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
  return /\b(?:[PMCE][SD]T|Pacific|Eastern)\b/.test(zones) ? 'monthFirst' : undefined;
}

/** The date with its numbers read in the given order; unchanged when it was never open, still open without an order. */
export function resolveOrder(date: DateParts, order: DayBase['order']): DateParts {
  if (!date.ambiguous || order === undefined) return date;
  const { ambiguous, ...rest } = date;
  return order === 'dayFirst' ? rest : { ...rest, month: ambiguous[0], day: ambiguous[1] };
}

/** Finds the day of a document: title, then a label `Date`, front matter, file name, headings, and last any full date in its prose. */
export function findDayBase(
  doc: MarkdownDoc,
  sections: KindSection[],
  labels: Label[],
  front: Label[],
  fileName: string,
  entryDates: DateParts[],
): DayBase {
  const text = doc.view.text;
  const title = sections.find((section) => section.level === 1)?.title ?? '';
  const frontTitle = front.find((label) => label.key === 'title')?.value ?? '';
  const stated = [
    ...labels.filter((label) => dateLabel.test(label.key)),
    ...front.filter((label) => dateLabel.test(label.key)),
  ];
  const sources = [datesOf(title), datesOf(frontTitle), ...stated.map((label) => datesOf(label.value))];
  const prose = toldDates(text.slice(0, 400)).concat(
    sections.slice(0, 40).flatMap((section) => datesOf(section.title)),
  );
  const order = decideOrder([...sources.flat(), ...entryDates, ...prose], zonesIn(text));
  const full = (dates: DateParts[]) =>
    dates.map((date) => isoDay(resolveOrder(date, order))).find((day) => day !== undefined);
  const partial = sources.flat().find((date) => date.year === undefined && date.month !== undefined);
  const yearAround =
    partial &&
    (fileDay(fileName) ??
      full(entryDates) ??
      full(prose) ??
      firstInBody(sections, text, order) ??
      yearIn.exec(text.slice(0, 6000))?.[1]);
  const day =
    sources.map(full).find((found) => found !== undefined) ??
    (partial && yearAround ? isoDay({ ...partial, year: Number(yearAround.slice(0, 4)) }) : undefined) ??
    fileDay(fileName) ??
    full(entryDates) ??
    full(prose) ??
    firstInBody(sections, text, order);
  const yearText = [title, frontTitle, ...stated.map((label) => label.value), fileName]
    .map((source) => yearIn.exec(source)?.[1])
    .find((year) => year !== undefined);
  const year = day === undefined ? (yearText ?? yearIn.exec(text.slice(0, 6000))?.[1]) : day.slice(0, 4);
  return {
    ...(day === undefined ? {} : { day }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(order === undefined ? {} : { order }),
  };
}

const zonesIn = (text: string): string =>
  text
    .slice(0, 20_000)
    .match(/\b(?:[PMCE][SD]T|Pacific|Eastern|UTC|GMT|CES?T)\b/g)
    ?.join(' ') ?? '';

function firstInBody(sections: KindSection[], text: string, order: DayBase['order']): string | undefined {
  for (const section of sections.slice(0, 12)) {
    for (const block of section.blocks.slice(0, 6)) {
      if (block.type !== 'paragraph' && block.type !== 'list') continue;
      const dates = toldDates(text.slice(block.from, Math.min(block.to, block.from + 1500)));
      const day = dates.flatMap((date) => isoDay(resolveOrder(date, order)) ?? [])[0];
      if (day !== undefined) return day;
    }
  }
  return undefined;
}
