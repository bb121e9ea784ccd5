import type { MarkdownDoc } from '../markdown/blocks.ts';
import { type DateParts, isoDay } from '../values/date.ts';
import { months, weekdays } from '../values/date-names.ts';
import { matchesOf } from '../values/matches.ts';
import { addDays, findMoments } from '../values/time.ts';
import { decideOrder, type NumericOrder, resolveOrder } from './day-order.ts';
import type { Label } from './labels.ts';
import { once } from './once.ts';
import type { KindSection } from './section-kind.ts';

/** The day, month (`YYYY-MM`) and year a document is about, from outside its timeline, and how its numeric dates are to be read. */
export type DayBase = {
  day?: string;
  month?: string;
  year?: number;
  order?: NonNullable<NumericOrder>;
  /** The day is that of the writing: a weekday alone lies before it. */
  written?: true;
};

const dateLabel =
  /^(?:(?:incident|event|outage|start) )?(?:dates?|day|datum|dato|fecha|giorno|when|started?|start time|occurred|date time|date of (?:the )?(?:incident|event|outage)|time|(?:date|datum|data|fecha) (?:de l|du|de|del|della?|do|da|van|der?s?|des) ?(?:het |el )?(?:incidente?|stör(?:ung|falls)|panne|storing))(?: (?:at|on|of (?:the )?incident|time))?$/;
/** Labels and front matter that date the document: the incident is of that day or before. */
const writtenLabel =
  /^(?:(?:report|post ?mortem|document) date|(?:date )?(?:published|created|written)|pub(?:lish|lication)? ?date|(?:created|published|written) (?:at|on|date)|date (?:of (?:report|publication)|created|written))$/;
const yearIn = /(?<!\d)(20\d\d|19\d\d)(?!\d)/;

/** Where a date in numbers may stand whose order is open. */
const shortNumeric = /(?<![\d/-])\d{1,2}[-/]\d{1,2}(?:[-/]\d|,?\s)/;

const hasDigit = /\d/;

function datesOf(text: string): DateParts[] {
  return hasDigit.test(text)
    ? findMoments(text.slice(0, 400)).flatMap((mention) => (mention.date ? [mention.date] : []))
    : [];
}

const writtenOn =
  /\b(?:publish|post(?:ed)?|written|updat|report|dated|prepar|version|creat|author|edit|issued|copyright|review|added|amended|redatto|rédigé|redactado|elaborado|erstellt|verfasst|veröffentlicht|opgesteld|gepubliceerd|publi|stand)\w*\W{0,4}(?:on|at|the|am|vom|le|el|il|em|op)?\W{0,3}$|\b(?:date|sent)\W{1,6}$/i;
/** `Planned maintenance: Saturday 8 July`: a day of work that was announced. */
const plannedFor =
  /\b(?:planned|scheduled|announced|maintenance|window|next|due|until|by|deadline|meeting|session)\W{1,6}(?:for|on|of|work|maintenance)?\W{0,6}(?:the\s)?$/i;
const happenedOn =
  /(?<!\p{L})(?:on|of|am|le|el|il|em|no dia|op|since|from)(?:\s(?:the|\w{3,10}day,?|evening of|night of|morning of))?\s{1,2}$/iu;

/** Dates of prose by rank: those that tell when something happened (`on Saturday, 30 April`) then bare ones, then bylines. */
function toldDates(text: string): DateParts[][] {
  const ranks: DateParts[][] = [[], [], []];
  for (const { date } of hasDigit.test(text) ? findMoments(text) : []) {
    if (!date) continue;
    const before = text.slice(Math.max(0, date.from - 30), date.from);
    const rank =
      writtenOn.test(before) || plannedFor.test(before)
        ? 2
        : date.weekday !== undefined || happenedOn.test(before)
          ? 0
          : 1;
    ranks[rank]?.push(date);
  }
  return ranks;
}

/** `Data` (Portuguese, Italian) is a date only where its value begins with one. */
const isDateLabel = ({ key, value }: Label): boolean => dateLabel.test(key) || (key === 'data' && /^\d/.test(value));

/** A report is written at most this long after what it tells. */
const reportDays = 45;

/**
 * The day of the incident in a document that states only when it was written: a day that its first paragraphs tell something of
 * (`On 9 March the uploads failed`) or that its file is named by, shortly before; undefined where they agree or say nothing.
 */
function happenedBefore(
  writtenDay: string,
  sections: KindSection[],
  text: string,
  order: NumericOrder,
  fileName: string,
): string | undefined {
  const told: string[] = [];
  const named: string[] = [];
  const dayOf = (date: DateParts): string | [] =>
    weekdayBefore(date, writtenDay) ??
    isoDay(resolveOrder({ year: Number(writtenDay.slice(0, 4)), ...date }, order)) ??
    [];
  for (const section of sections.slice(0, 4))
    for (const block of section.blocks.slice(0, 9)) {
      if (block.type !== 'paragraph') continue;
      const [happened = [], bare = []] = toldDates(text.slice(block.from, Math.min(block.to, block.from + 1500)));
      told.push(...happened.flatMap(dayOf));
      named.push(...bare.flatMap(dayOf));
    }
  if (told.includes(writtenDay) || named.includes(writtenDay)) return undefined;
  const file = fileDay(fileName);
  const only = new Set(named).size === 1 ? named[0] : undefined;
  return [told[0], file, only].find((day) => {
    const days = day === undefined ? -1 : (Date.parse(writtenDay) - Date.parse(day)) / 86_400_000;
    return days > 0 && days <= reportDays;
  });
}

/** `Thursday the 21st` in what was written on the 25th: the last such day before, where the 21st is a Thursday. */
function weekdayBefore({ weekday, day, month }: DateParts, writtenDay: string): string | undefined {
  if (weekday === undefined || day === undefined || month !== undefined) return undefined;
  for (let back = 1; back <= reportDays; back += 1) {
    const found = addDays(writtenDay, -back);
    if (Number(found.slice(8)) === day) return new Date(`${found}T00:00Z`).getUTCDay() === weekday ? found : undefined;
  }
  return undefined;
}

/** `2021-05-03-outage.md`, `20210503_db.md`, `postmortem-2021-05-03`: the day in a file name. */
function fileDay(fileName: string): string | undefined {
  const match = /(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)/.exec(fileName);
  return match
    ? isoDay({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]), from: 0, to: 0 })
    : undefined;
}

/** Dates of entries: those of labelled starts and ends, those beside a time, and all. */
export type EntryDates = { edges: DateParts[]; timed: DateParts[]; all: DateParts[] };

/** Finds the day of a document: title, then a label `Date`, front matter, file name, headings, and last any full date in its prose. */
export function findDayBase(
  doc: MarkdownDoc,
  sections: KindSection[],
  labels: Label[],
  front: Label[],
  fileName: string,
  { edges, timed, all: entryDates }: EntryDates,
): DayBase {
  const text = doc.view.text;
  const title = sections.find((section) => section.level === 1)?.title ?? '';
  const frontTitle = front.find((label) => label.key === 'title')?.value ?? '';
  const numbered = [...labels, ...front].filter(({ value }) => hasDigit.test(value));
  const stated = numbered.filter(
    (label) => (label.key !== 'date' || label.origin !== 'frontMatter') && isDateLabel(label),
  );
  const sources = [datesOf(title), datesOf(frontTitle), ...stated.map((label) => datesOf(label.value))];
  // The front matter's date is that of the page.
  const dating = numbered.filter(({ key, origin }) =>
    key === 'date' ? origin === 'frontMatter' : writtenLabel.test(key),
  );
  const written = dating.flatMap((label) => datesOf(label.value));
  const prose = once(() =>
    toldDates(text.slice(0, 400))
      .flat()
      .concat(sections.slice(0, 40).flatMap((section) => datesOf(section.title))),
  );
  const certain = [...sources.flat(), ...written, ...entryDates];
  const isOpen = certain.some((date) => date.ambiguous) || shortNumeric.test(text);
  const order = isOpen ? decideOrder([...certain, ...prose(), ...datesOf(fileDay(fileName) ?? '')], text) : undefined;
  const full = (dates: DateParts[]) =>
    dates.map((date) => isoDay(resolveOrder(date, order))).find((day) => day !== undefined);
  const writtenDay = full(written);
  const dated = once(() => writtenDay && (happenedBefore(writtenDay, sections, text, order, fileName) ?? writtenDay));
  const partial = sources.flat().find((date) => date.year === undefined && date.month !== undefined);
  const yearAround =
    partial &&
    (dated() ??
      fileDay(fileName) ??
      full(entryDates) ??
      full(prose()) ??
      firstInBody(sections, text, order) ??
      yearIn.exec(text.slice(0, 6000))?.[1]);
  // The date of a mail or a byline says when it was told: what it tells was on that day or before.
  const proseDay = () => {
    const [happened = [], bare = [], bylines = []] = toldDates(text.slice(0, 400));
    const near = full([...bare, ...bylines]);
    const partial = happened.find(({ month, day }) => month !== undefined && day !== undefined);
    const dayOfStory = partial && near && isoDay(resolveOrder({ year: Number(near.slice(0, 4)), ...partial }, order));
    const toldDay = full(happened) ?? dayOfStory ?? full(bare);
    const bylineDay = toldDay === undefined ? full(bylines) : undefined;
    return (
      toldDay ??
      (bylineDay && (happenedBefore(bylineDay, sections, text, order, fileName) ?? bylineDay)) ??
      full(prose())
    );
  };
  const day =
    sources.map(full).find((found) => found !== undefined) ??
    (partial && yearAround ? isoDay({ ...partial, year: Number(yearAround.slice(0, 4)) }) : undefined) ??
    full(edges) ??
    dated() ??
    fileDay(fileName) ??
    full(timed) ??
    proseDay() ??
    full(entryDates) ??
    firstInBody(sections, text, order) ??
    headedDay(sections, text) ??
    weekdayYear(text);
  const yearText = () =>
    [title, frontTitle, ...stated.map((label) => label.value), dated() ?? '', fileName]
      .map((source) => yearIn.exec(source)?.[1])
      .find((year) => year !== undefined);
  const year = day === undefined ? (yearText() ?? yearIn.exec(text.slice(0, 6000))?.[1]) : day.slice(0, 4);
  const month = day?.slice(0, 7) ?? statedMonth(text);
  return {
    ...(day === undefined ? {} : { day }),
    ...(month === undefined ? {} : { month }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(order === undefined ? {} : { order }),
    ...(day !== undefined && day === writtenDay ? { written: true as const } : {}),
  };
}

/** The year comes first: words are many, and letters are searched for in a table. */
const monthAndYear = /(?<=(?<!\p{L})(\p{L}{3,10})\.?,?\s(?:de\s)?)((?:19|20)\d\d)(?!\d)/gu;

/** `January 2020`: the month that a document without a day names first. */
function statedMonth(text: string): string | undefined {
  for (const [, name = '', year] of matchesOf(monthAndYear, text.slice(0, 2000))) {
    const month = months.get(name.toLowerCase());
    if (month !== undefined) return `${year}-${String(month).padStart(2, '0')}`;
  }
  return undefined;
}

/** `On Friday (7 February)` in a text whose only year is that of something earlier: the first year from then on in which it fits. */
function weekdayYear(text: string): string | undefined {
  const year = Number(yearIn.exec(text.slice(0, 6000))?.[1]);
  const told = Number.isNaN(year) ? null : weekdayDate.exec(text.slice(0, 3000));
  if (!told) return undefined;
  const [date] = findMoments(told[2] ?? '').flatMap((mention) => mention.date ?? []);
  if (date?.month === undefined || date.day === undefined) return undefined;
  for (let later = year; later < year + 6; later += 1) {
    const day = isoDay({ ...date, year: later });
    if (day !== undefined && new Date(`${day}T00:00Z`).getUTCDay() === weekdays.get((told[1] ?? '').toLowerCase()))
      return day;
  }
  return undefined;
}

const weekdayDate =
  /\b((?:mon|tues|wednes|thurs|fri|satur|sun)day),? \(?((?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9}|[a-z]{3,9} \d{1,2})\b/i;

/** The one day that headings name without its year, in the year that the document names first: `## Incident 93, 17 September`. */
function headedDay(sections: KindSection[], text: string): string | undefined {
  const year = yearIn.exec(text.slice(0, 6000))?.[1];
  if (year === undefined) return undefined;
  const days = new Set<string | undefined>();
  for (const { kind, title } of sections.slice(0, 40))
    if (kind !== 'actions' && kind !== 'related' && hasDigit.test(title))
      for (const date of datesOf(title))
        if (date.month !== undefined && date.day !== undefined) days.add(isoDay({ ...date, year: Number(year) }));
  return days.size === 1 ? [...days][0] : undefined;
}

function firstInBody(sections: KindSection[], text: string, order: NumericOrder): string | undefined {
  for (const section of sections.slice(0, 12)) {
    for (const block of section.blocks.slice(0, 6)) {
      if (block.type !== 'paragraph' && block.type !== 'list') continue;
      const dates = toldDates(text.slice(block.from, Math.min(block.to, block.from + 1500)));
      const day = dates.flat().flatMap((date) => isoDay(resolveOrder(date, order)) ?? [])[0];
      if (day !== undefined) return day;
    }
  }
  return undefined;
}
