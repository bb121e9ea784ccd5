import { sql } from 'kysely';
import type { Change } from '../../store/commit.ts';
import { actorName } from '../access/actor.ts';
import { HindcastError } from '../errors.ts';
import type { IncidentRow } from '../incident/load.ts';
import { loadState } from '../lifecycle/state.ts';
import { enqueueNotices, type NewNotice } from '../notice/enqueue.ts';
import { batchId, positionOf } from '../part/entry-operations.ts';
import { insertEntries } from '../part/statements.ts';
import { namesHere } from '../publication/redacted.ts';
import { save } from '../save.ts';
import { readSettings } from '../settings/read-settings.ts';
import { statusPage } from '../status/load.ts';
import { reportChanges } from '../status/report-changes.ts';
import type { StoredContext } from '../stored-operation.ts';
import { unfilledIn } from './fill.ts';
import { checkMessage, type Message } from './message.ts';
import type { SendInput, Sent } from './send.ts';

/** One way that a message goes. */
type Way = { channel: string; audience: string; receivers: number | null };

/** @throws HindcastError when something in the message must not leave the house, or nobody has decided about it */
async function requireFit(context: StoredContext, incident: IncidentRow, input: SendInput): Promise<Message> {
  const { subject, text, accepted } = input;
  const { record } = (await loadState(context, incident)).current;
  const checked = checkMessage({ subject, text }, await namesHere(context, record), accepted);
  const [first] = checked.removed;
  if (first !== undefined)
    throw new HindcastError('announcement.leak', { kind: first.kind, count: String(checked.removed.length) });
  const open = checked.suspects.filter(({ decision }) => decision === 'open').length;
  if (open > 0) throw new HindcastError('publication.undecided', { count: String(open) });
  const [hole] = unfilledIn(`${subject}\n${text}`);
  if (hole !== undefined) throw new HindcastError('announcement.unfilled', { place: hole });
  return { subject, text };
}

/** The lists that are named, each with its addresses. */
async function listsOf({ database }: StoredContext, names: readonly string[]) {
  const known = (await readSettings(database))['announcements.lists'];
  return names.map((name) => {
    const list = known.find((one) => one.name === name);
    if (list === undefined) throw new HindcastError('announcement.list', { name });
    return list;
  });
}

function logRows({ now, actor, newId }: StoredContext, incidentId: string, input: SendInput, ways: Way[]) {
  const rows = ways.map((way) => ({ id: newId(), ...way }));
  const { stage, subject, text } = input;
  const change: Change = {
    rows: rows.length,
    statement: sql`insert into announcement (id, incident_id, stage, channel, audience, subject, text, receivers, at, by)
      select id, ${incidentId}::uuid, ${stage}, channel, audience, ${subject}, ${text}, receivers, ${now}::timestamptz, ${actorName(actor)}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as way (id uuid, channel text, audience text, receivers integer)`,
  };
  return { ids: rows.map(({ id }) => id), change };
}

/** As the document tells it; a document that people review or have signed stays as it is. */
function inDocument(context: StoredContext, incident: IncidentRow, { text }: Message, ways: Way[]): Change[] {
  if (incident.status !== 'draft') return [];
  const at = { at: context.now, precision: 'instant', written: `${context.now.slice(0, 16).replace('T', ' ')} UTC` };
  const texts = ways.map(({ channel, audience }) => JSON.stringify({ audience, channel, at, text }));
  const arrival = { key: 'communications', batch: batchId(context), position: positionOf(context), texts };
  return [insertEntries(incident.id, arrival)];
}

/** Sends a message every way that is asked for, and writes down each: all of it, or nothing. */
export async function sendOnce(context: StoredContext, incident: IncidentRow, input: SendInput): Promise<Sent> {
  const message = await requireFit(context, incident, input);
  const lists = await listsOf(context, input.lists);
  const report = await reportChanges(context, incident.id, message, input.statusPage);
  const path = report?.path ?? ((await statusPage.of(context.database)) === undefined ? '/' : '/status');
  const ways: Way[] = [
    ...(report === undefined ? [] : [{ channel: 'status page', audience: 'everybody', receivers: report.receivers }]),
    ...lists.map(({ name, addresses }) => ({ channel: 'e-mail', audience: name, receivers: addresses.length })),
    ...input.elsewhere.map((way) => ({ ...way, receivers: null })),
  ];
  if (ways.length === 0) throw new HindcastError('announcement.nowhere');
  const { ids, change } = logRows(context, incident.id, input, ways);
  // Without the incident: what those outside read has nothing in it but what was written for them.
  const notices = lists.map(({ addresses }, index): NewNotice => {
    const outside = addresses.map((email) => ({ name: email.toLowerCase(), email }));
    return { key: `announcement:${ids[0]}:${index}`, kind: 'announcement', values: { ...message, path }, outside };
  });
  const { stage, subject, text } = input;
  const result = await save(context, {
    operation: 'announcement.send',
    incidentId: incident.id,
    subject: `announcement/${ids[0]}`,
    payload: { stage, subject, text, ways, accepted: input.accepted },
    changes: [
      change,
      ...(report?.changes ?? []),
      ...(notices.length === 0 ? [] : [enqueueNotices(context, notices)]),
      ...inDocument(context, incident, message, ways),
    ],
    result: { announcements: ids, receivers: ways.reduce((sum, { receivers }) => sum + (receivers ?? 0), 0) },
  });
  statusPage.forget(context.database);
  return result;
}
