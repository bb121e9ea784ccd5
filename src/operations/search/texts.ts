import { type PostmortemRecord, recordShape } from '../../record/record.ts';

/** Of very long texts so many characters are looked into. */
const mostOf = { title: 2000, summary: 50_000, cause: 50_000, rest: 150_000 };
const mostValues = 20;

/** What of an incident is found by words, and what it is narrowed by. `day` is the one it states, as YYYY-MM-DD. */
export type SearchTexts = {
  title: string;
  /** Summary, cause, everything else. */
  texts: [summary: string, cause: string, rest: string];
  services: string[];
  groups: { [Name in GroupName]: string[] };
  day: string | null;
};
export type GroupName = 'person' | 'factor' | 'check' | 'breaker' | 'alert';

/** The parts of a record that are looked into: all. */
export const searchedParts = Object.keys(recordShape) as (keyof PostmortemRecord)[];

const isDay = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/;

const joined = (texts: (string | undefined)[], most: number): string =>
  texts
    .filter((text) => text !== undefined && text !== '')
    .join('\n')
    .slice(0, most)
    .toWellFormed();

function dayOf(date: string | undefined): string | null {
  const day = isDay.exec(date ?? '')?.[0];
  // A day that no month has is none: 2026-02-30.
  return day === undefined || new Date(`${day}T00:00Z`).toISOString().slice(0, 10) !== day ? null : day;
}

/** Values of a group: those that stand in lines of several are taken apart. */
const valuesOf = (lines: (string | undefined)[], between = /[,;]/): string[] => {
  const values = lines
    .flatMap((line) => (line ?? '').split(between))
    .map((value) => value.trim().slice(0, 100).toWellFormed());
  return [...new Set(values.filter(Boolean))].slice(0, mostValues);
};

/** What says nothing to people: names of evidence, positions, words of our own. */
const unread = new Set([
  'at',
  'until',
  'id',
  'zone',
  'precision',
  'line',
  'milestone',
  'inferredFrom',
  'evidence',
  'measured',
  'sha256',
]);

/** All texts of a part, in their order, up to a length. */
function textsIn(value: unknown, into: string[], room: { left: number }): void {
  if (room.left <= 0) return;
  if (typeof value === 'string') {
    into.push(value);
    room.left -= value.length;
  } else if (Array.isArray(value)) for (const one of value) textsIn(one, into, room);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) if (!unread.has(key)) textsIn(one, into, room);
}

/** The texts of a record that are looked for. */
export function searchTexts(record: PostmortemRecord): SearchTexts {
  const { incident = {}, summary = {}, rootCause = {}, reasons = [], factors = [], whys = [], gaps = [] } = record;
  const { title, services, date, id, type, start, dataCompromised } = incident;
  const rest: string[] = [];
  const room = { left: mostOf.rest };
  textsIn([record.timeline, id, type, dataCompromised], rest, room);
  const before = new Set([
    'incident',
    'summary',
    'rootCause',
    'reasons',
    'factors',
    'whys',
    'gaps',
    'timeline',
    'claims',
  ]);
  for (const [part, value] of Object.entries(record)) if (!before.has(part)) textsIn(value, rest, room);
  const causes = [
    rootCause.primary,
    rootCause.whatHappened,
    rootCause.evidence,
    summary.rootCause,
    ...[...reasons, ...factors, ...gaps].flatMap(({ kind, text }) => [kind, text]),
    ...whys.flatMap(({ question, answer, note }) => [question, answer, note]),
  ];
  const names = [...(record.roles ?? []), ...(record.attendees ?? [])].map((one) => one.name);
  return {
    title: (title ?? '').slice(0, mostOf.title).toWellFormed(),
    texts: [
      joined([summary.text, summary.what, summary.impact, summary.resolution], mostOf.summary),
      joined(causes, mostOf.cause),
      joined(rest, mostOf.rest),
    ],
    services: valuesOf([services, ...(record.systems ?? []).map(({ name }) => name)]),
    groups: {
      person: valuesOf([
        ...names,
        record.document?.owner,
        record.document?.authors,
        ...(record.actions ?? []).map(({ owner }) => owner),
      ]),
      factor: valuesOf(
        factors.filter(({ present }) => present !== false).map(({ kind, text }) => text ?? kind),
        /\n/,
      ),
      check: valuesOf(
        (record.invariants ?? []).map((one) => one.name),
        /\n/,
      ),
      breaker: valuesOf(
        (record.transitions ?? []).map(({ reason }) => reason),
        /\n/,
      ),
      alert: alertsOf(record),
    },
    day: dayOf(date ?? start?.at),
  };
}

const monitors = /alert|prometheus|grafana|pagerduty|opsgenie|datadog|cloudwatch|sentry/i;

/** The alerts that told of it: the same one again is the same trouble again. */
const alertsOf = ({ timeline = [] }: PostmortemRecord): string[] =>
  valuesOf(
    timeline
      .slice(0, 2000)
      .filter(({ source = '', actor = '' }) => monitors.test(source) || monitors.test(actor))
      .map(({ text }) => (text ?? '').split(/[:\n]/)[0]?.replace(/^\W+|\W+$/g, '')),
    /\n/,
  );
