import type { TimelineEvent } from '../record/timeline.ts';
import { type Fields, measuredFields, measuredText } from './measured-fields.ts';
import type { Row } from './rows.ts';

/** An entry of the record as it is kept. */
export type KeptEntry = { key: string; id: string; value: unknown; edited: boolean };

/** What is to change: fields of an entry that is there, or a new one. */
export type RowEdit = { key: string; id: string | undefined; set: Fields };

const same = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string' && one.trim().toLowerCase() === other.trim().toLowerCase();

const differing = (entry: Fields, wanted: Fields): Fields =>
  Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => JSON.stringify(entry[field]) !== JSON.stringify(value)),
  );

/** What was measured of an invariant stands within its notes: there it is brought up to date, around it they are a person's. */
function invariantFields(entry: Fields, { values, detail = '' }: Row): Fields {
  const { status, notes } = entry;
  const [, oldStatus, oldDetail = ''] = /^(\w+): ([\s\S]*)$/.exec(String(entry['measured'] ?? '')) ?? [];
  const isOurs = status === undefined || status === oldStatus;
  const verdict = isOurs ? { status: values['status'], violatedAt: values['violatedAt'] } : {};
  const told = typeof notes === 'string' && oldDetail !== '' ? notes.replace(oldDetail, () => detail) : notes;
  return {
    ...verdict,
    notes: isOurs ? (told ?? values['notes']) : notes,
    measured: `${String(values['status'])}: ${detail}`,
  };
}

/** The other rows: theirs from the first letter that a person changed. */
function rowFields(entry: Fields, { key, values }: Row): Fields {
  const fields = measuredFields[key];
  if (Object.keys(values).length === 0) return {};
  const stated = fields.some((field) => entry[field] !== undefined);
  const isOurs = !stated || entry['measured'] === measuredText(key, entry);
  const cleared = Object.fromEntries(fields.map((field) => [field, undefined]));
  return { ...(isOurs ? { ...cleared, ...values } : {}), measured: measuredText(key, values) };
}

/** A row of an entry that is there: what a person wrote stays, and what was measured stands beside it. */
function mended(entry: Fields, row: Row, evidence: string): Fields {
  const { key, absent = {} } = row;
  const measured = key === 'invariants' ? invariantFields(entry, row) : rowFields(entry, row);
  const filled = Object.entries(absent).filter(([field]) => entry[field] === undefined);
  return {
    ...measured,
    ...Object.fromEntries(filled),
    ...(Object.keys(measured).length === 0 ? {} : { evidence }),
  };
}

/** The edits that bring measured rows into the record; none where it says the same already. */
export function rowEdits(rows: readonly Row[], kept: readonly KeptEntry[], evidence: string): RowEdit[] {
  return rows.flatMap((row): RowEdit[] => {
    const found = kept.find(
      ({ key, value }) =>
        key === row.key && Object.entries(row.match).every(([field, wanted]) => same((value as Fields)[field], wanted)),
    );
    const entry = (found?.value ?? {}) as Fields;
    const wanted = mended(entry, row, evidence);
    const set = differing(entry, found === undefined ? { ...row.match, ...wanted } : wanted);
    return Object.keys(set).length === 0 ? [] : [{ key: row.key, id: found?.id, set }];
  });
}

/** The events that the timeline does not have yet. One that a person changed or that stands elsewhere now is theirs. */
export function eventEdits(events: readonly TimelineEvent[], kept: readonly KeptEntry[], evidence: string): RowEdit[] {
  const timeline = kept.filter(({ key }) => key === 'timeline');
  const hasMilestone = (name: string, source: string | undefined) =>
    timeline.some(({ value }) => {
      const event = value as TimelineEvent;
      return event.milestone === name && event.inferred !== true && event.source !== source;
    });
  return events.flatMap((event): RowEdit[] => {
    const { milestone, ...plain } = event;
    const own = timeline.filter(({ value }) => {
      const { source, text } = value as TimelineEvent;
      return source === event.source && text === event.text;
    });
    const exact = own.find(({ value }) => (value as TimelineEvent).at === event.at);
    if (exact !== undefined) return [];
    const [only] = own;
    const isOnce = events.filter(({ text }) => text === event.text).length === 1;
    if (only !== undefined && isOnce)
      return only.edited ? [] : [{ key: 'timeline', id: only.id, set: { at: event.at, evidence } }];
    const isTaken = milestone === undefined || hasMilestone(milestone, event.source);
    return [{ key: 'timeline', id: undefined, set: { ...(isTaken ? plain : event), evidence } }];
  });
}
