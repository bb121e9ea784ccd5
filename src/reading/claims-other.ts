import type { TimelineEvent } from '../record/timeline.ts';
import { type DateParts, isoDay } from '../values/date.ts';
import { matchesOf } from '../values/matches.ts';
import { findMoments } from '../values/time.ts';

/** What a document says of itself, to tell its incident from others: days it tells of (`YYYY-MM-DD`), their year, its own ids. */
export type OwnIncident = { days: ReadonlySet<string>; year?: number; ids: ReadonlySet<string> };

/** The capital itself comes first: letters before it are searched for in a table. */
const id = /(?=[A-Z])(?<![\p{L}\d])[A-Z]{2,8}(?:-[A-Z]{1,4})?-(?:\d{2,4}-)?\d{1,6}(?![\p{L}\d-])/gu;
const incident =
  '(?:incidents?|outages?|events?|failures?|disruptions?|interruptions?|problems?|issues?|downtimes?|breakdowns?|störung|ausfall|panne)';
const monthName =
  'january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter';

/** Words that set an incident apart from the one told of. */
const another = new RegExp(
  `\\b(?:(?:an?|one|two|the|our|some|this)\\s(?:other|different|separate|unrelated|earlier|previous|prior|preceding|comparable)|another|different|unrelated|previous|no (?:further|other|more)|any other|such)\\s(?:\\w+\\s){0,2}${incident}\\b(?!\\s(?:of|was|is|in which) (?:this|today))` +
    `|\\bthe last\\s(?:\\w+\\s){0,2}${incident}\\b(?!\\s(?:ended|was over))` +
    `|\\bthe (?:19|20)\\d\\d\\s(?:[\\w-]+\\s){0,2}${incident}\\b` +
    '|\\bunrelated\\b|\\b(?:by|in) comparison\\b|\\bcompared (?:to|with)\\b|\\byear to date\\b|\\bwere something else\\b|\\bin q[1-4]\\b',
  'i',
);
const thisOne =
  /\b(?:this|today.s|the present|the current) (?:[\w-]+ ){0,2}(?:incident|outage|event|disruption|failure)\b/i;
/** `In May we had an outage`: a month that is named without a day. */
const monthAlone = new RegExp(
  `(?<!\\b(?:introduced|added|installed|built|bought|changed|written|created|deployed|made|set up)\\s)\\b(?:in|of|last|since|back in)\\s(?:early\\s|late\\s|mid-?\\s?)?(${monthName})(?:\\s((?:19|20)\\d\\d))?\\b(?!\\s\\d|\\s(?:the\\s)?\\d{1,2}(?:st|nd|rd|th))` +
    `|\\b(?:our|the)\\s(${monthName})\\s${incident}\\b`,
  'i',
);
const names = monthName.split('|').slice(0, 12);
const dayMs = 86_400_000;
const mostOwn = 60;

/** Ids of a text: `INC-482`, `MIR-2023-012`. */
function idsOf(text: string): string[] {
  return [...matchesOf(id, text)].map(([found]) => found);
}

/** What tells the incident of a document from others: its day, the days of its events, ids in its title, file name and first words. */
export function ownIncident(day: string | undefined, events: readonly TimelineEvent[], words: string[]): OwnIncident {
  const days = new Set<string>(day === undefined ? [] : [day]);
  for (const { at } of events) {
    if (at !== undefined) days.add(at.slice(0, 10));
    // A chronicle of many days has no other incidents.
    if (days.size > mostOwn) return { days: new Set(), ids: new Set() };
  }
  const [first] = days;
  const year = first === undefined ? undefined : Number(first.slice(0, 4));
  return { days, ids: new Set(words.flatMap(idsOf).slice(0, mostOwn)), ...(year === undefined ? {} : { year }) };
}

/** True for a date more than two days from every day of the document. A slip in month or year leaves the rest as it is. */
function isAfar(date: DateParts, { days, year }: OwnIncident): boolean {
  if (date.month === undefined || date.day === undefined || (date.year ?? year) === undefined) return false;
  const day = isoDay({ ...date, year: date.year ?? (year as number) });
  if (day === undefined) return false;
  const at = Date.parse(day);
  for (const own of days) {
    if (Math.abs(Date.parse(own) - at) <= 2 * dayMs) return false;
    if (
      own.slice(8) === day.slice(8) &&
      (own.slice(0, 4) === day.slice(0, 4)) !== (own.slice(5, 7) === day.slice(5, 7))
    )
      return false;
  }
  return true;
}

function namesAnotherMonth(sentence: string, { days }: OwnIncident): boolean {
  const match = monthAlone.exec(sentence);
  if (!match) return false;
  const month = names.indexOf((match[1] ?? match[3] ?? '').toLowerCase()) + 1;
  if (month === 0) return true;
  const wanted = String(month).padStart(2, '0');
  return ![...days].some(
    (day) => day.slice(5, 7) === wanted && (match[2] === undefined || match[2] === day.slice(0, 4)),
  );
}

function namesAnotherId(sentence: string, { ids, year }: OwnIncident): boolean {
  return idsOf(sentence).some((found) => {
    if (ids.has(found)) return false;
    const numbered = /-((?:19|20)\d\d)-/.exec(found)?.[1];
    if (numbered !== undefined && year !== undefined && Number(numbered) !== year) return true;
    const prefix = found.slice(0, found.lastIndexOf('-') + 1);
    return [...ids].some((own) => own.startsWith(prefix));
  });
}

/** True for a sentence whose lengths are another incident's: it says so, names another id, or speaks of days far from this one's. */
export function speaksOfAnother(sentence: string, own: OwnIncident | undefined): boolean {
  if (thisOne.test(sentence)) return false;
  if (another.test(sentence)) return true;
  if (!own) return false;
  if (namesAnotherId(sentence, own)) return true;
  if (own.days.size === 0) return false;
  const dates = findMoments(sentence).flatMap(({ date }) => (date?.day === undefined ? [] : [date]));
  if (dates.length > 0) return dates.every((date) => isAfar(date, own));
  return namesAnotherMonth(sentence, own);
}
