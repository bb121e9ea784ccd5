import { milestones, type Milestone } from '../../record/milestone.ts';
import { ignoredList } from '../ignored.ts';
import { keeper } from '../keep.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { shapeOf, type TextMessage } from '../text/message.ts';
import { startTimeline, type TimelineItem } from '../text/timeline.ts';
import { givenWith, monthFirstIn, resolve, type Resolved, type Surroundings } from '../times/resolve.ts';
import { clockStampAt, dayStampAt, type Stamp } from '../times/stamp.ts';
import { type Columns, columnsOf, isPlace, type Role, stampOf } from './columns.ts';
import { delimiterOf, type Row, rowsOf } from './table.ts';

/** A table taken apart; `rows` gives those below the headings, or all where there are none, as often as it is asked. */
export type Table = { columns: Columns; rows: () => Iterable<Row> };

const preamble = /^\uFEFF?(?:sep=(.)\r?\n)?/i;
/** Rows that are looked at to tell what the columns hold. */
const looked = 50;

/** The table in a text: with headings, or without when the first row has a time in it. Undefined when there is none. */
export function tableOf(text: string): Table | undefined {
  const [start = '', stated] = preamble.exec(text) ?? [];
  const body = text.slice(start.length);
  const delimiter = stated ?? delimiterOf(body);
  if (delimiter === undefined) return undefined;
  const [head, ...below] = rowsOf(body, delimiter).take(looked + 1);
  if (!head) return undefined;
  const hasHeadings = !head.cells.some((cell) => stampOf(cell) !== undefined && !/^\d+$/.test(cell.trim()));
  // Some writers, such as the event viewer of Windows, leave the heading of the last column away.
  const missing = below[0]?.cells.length === head.cells.length + 1 ? [''] : [];
  const columns = columnsOf(
    hasHeadings ? [...head.cells, ...missing] : head.cells.map(() => ''),
    hasHeadings ? below : [head, ...below],
  );
  if (!columns || (hasHeadings && below.length === 0)) return undefined;
  const shift = stated === undefined ? 0 : 1;
  const rows = () =>
    rowsOf(body, delimiter)
      .drop(hasHeadings ? 1 : 0)
      .map(({ line, cells }) => ({ line: line + shift, cells }));
  return { columns, rows };
}

const levels: [RegExp, number][] = [
  [/^(?:emerg|alert|crit|fatal|panic|sev-?0|sev-?1|p[01]$|highest|blocker)/i, 0],
  [/^(?:err|sev-?2|p2$|high|major)/i, 1],
  [/^(?:warn|sev-?3|p3$|medium|minor)/i, 2],
  [/^(?:notice|info|debug|trace|verbose|low)/i, 4],
];
const logLevel =
  /^(?:emerg|alert|crit(?:ical)?|fatal|panic|err(?:or)?|warn(?:ing)?|notice|info(?:rmation)?|debug|trace|verbose)$/i;

/** Reads a table with a column of times. Throws SourceError `csv.no-times` or `csv.no-rows`. */
export function read(file: EvidenceFile): SourceReading {
  const table = tableOf(file.text);
  if (!table)
    throw new SourceError(
      'csv.no-times',
      'No column of this table holds times.',
      file.name,
      'Name the columns in the first row: time, text, actor. Write times as 2026-03-04T14:21:00Z.',
    );
  const { columns, rows } = table;
  const ignored = ignoredList();
  const kept = keeper();
  const pick = ({ cells }: Row, role: Role) => kept.keep(cells[columns[role] ?? -1] ?? '');
  const around = surroundingsOf(file, table);
  const timeline = startTimeline('csv', file.name, ignored);
  const unread = columns.unread ?? [];
  if (unread.length > 0)
    ignored.add(
      `columns ${kept.keep(unread.map((heading) => `"${heading.trim()}"`).join(', ')).slice(0, 300)}`,
      'their headings name nothing that is read; they stay in the evidence',
      `${file.name}#1`,
      unread.length,
    );
  for (const row of rows()) {
    const at = `${file.name}#${row.line}`;
    const stamp = stampIn(row, columns);
    const zone = pick(row, 'zone');
    const found: Resolved | { why: string } = stamp
      ? resolve({ ...(zone === '' ? {} : { zone }), ...stamp }, around)
      : { why: 'its time cannot be read' };
    if ('why' in found) {
      ignored.add('a row', found.why, at);
      continue;
    }
    const severity = pick(row, 'severity');
    const service = pick(row, 'service');
    const item = {
      ...found,
      at,
      message: messageOf(row, severity, columns, kept.keep),
      ...stated(pick(row, 'milestone'), at, ignored),
      ...idOf(pick(row, 'id')),
    };
    timeline.add(item, service === '' ? {} : { service });
  }
  if (timeline.isEmpty()) {
    const [first] = ignored.list();
    throw new SourceError(
      'csv.no-rows',
      `No row of this table can be placed${first ? `: ${first.why}` : ''}.`,
      first?.where ?? file.name,
      'Write times as 2026-03-04T14:21:00Z.',
    );
  }
  return timeline.done(kept.masked());
}

const idOf = (id: string) => (id === '' ? {} : { id });

function stampIn({ cells }: Row, { time, day, clock }: Columns): Stamp | undefined {
  if (time !== undefined) return stampOf(cells[time] ?? '');
  const date = stampOf(cells[day ?? -1] ?? '', dayStampAt);
  const hour = stampOf(cells[clock ?? -1] ?? '', clockStampAt);
  if (!date?.day || !hour) return undefined;
  const monthFirst = date.monthFirst ?? hour.monthFirst;
  return { ...hour, day: date.day, ...(monthFirst === undefined ? {} : { monthFirst }) };
}

function surroundingsOf(file: EvidenceFile, { columns, rows }: Table): Surroundings {
  const { stated } = columns;
  const told = new Map<boolean, Stamp>();
  for (const row of rows()) {
    const stamp = stampIn(row, columns);
    // A column of written years tells nothing about days written as two numbers.
    if (stamp?.monthFirst !== undefined) told.set(stamp.monthFirst, stamp);
    if (told.size > 1) break;
  }
  const monthFirst = monthFirstIn([...told.values()]);
  return {
    ...(stated === undefined ? {} : { zone: stated }),
    ...givenWith(file),
    ...(monthFirst === undefined ? {} : { monthFirst }),
  };
}

function messageOf(
  { cells }: Row,
  severity: string,
  { text: told, notes, actor: by, others = [], label }: Columns,
  keep: (text: string) => string,
): TextMessage {
  const cell = (index: number | undefined) => keep(cells[index ?? -1] ?? '');
  // Exports with several columns of text fill now one, now another: textPayload, jsonPayload.message.
  const [first = '', ...more] = [cell(told), ...others.map(cell)].filter((words) => words !== '');
  const text = label !== undefined && /^[\d.,+-]+$/.test(first) ? `${keep(label)}: ${first}` : first;
  const who = cell(by).slice(0, 100);
  const actor = isPlace(who) ? '' : who;
  const isLog = logLevel.test(severity);
  return {
    text,
    more: [cell(notes), ...more].filter(Boolean).join('\n\n'),
    isLog,
    rank: levels.find(([pattern]) => pattern.test(severity))?.[1] ?? 3,
    ...(actor === '' ? {} : { actor }),
    ...(isLog ? { fold: `${actor} ${shapeOf(text)}` } : {}),
  };
}

/** A milestone that a column of that name states, in its own words. */
function stated(word: string, at: string, ignored: ReturnType<typeof ignoredList>): Pick<TimelineItem, 'milestone'> {
  if (word === '') return {};
  const letters = (name: string) => name.toLowerCase().replaceAll(/[^a-z]/g, '');
  const milestone = milestones.find((name: Milestone) => letters(name) === letters(word));
  if (milestone === undefined)
    ignored.add(`milestone "${word.slice(0, 40)}"`, `it is none of ${milestones.join(', ')}`, at);
  return milestone === undefined ? {} : { milestone };
}
