import { readEpoch } from '../epoch.ts';
import { readInstant } from '../instant.ts';
import { issueText } from '../issue.ts';
import { splitText } from '../keep.ts';
import type { Context } from '../reading.ts';
import type { SourceEvent } from '../source.ts';
import { particulars } from './particulars.ts';
import { Action, Alert } from './schema.ts';
import { alertName, tellAction } from './telling.ts';

/** Reads one action on an alert: who did what, and when. */
export function readAction(value: unknown, at: string, context: Context): void {
  const { ignored, reading, keep, receivedMs } = context;
  const body = Action.safeParse(value);
  if (!body.success) return ignored.add('an action', issueText(body.error), at);
  const parsed = Alert.safeParse(body.data.alert);
  if (!parsed.success) return ignored.add('an action', issueText(parsed.error), `${at}/alert`);
  const { action } = body.data;
  const { data: alert } = parsed;
  const isCreate = action === 'Create';
  const time = (isCreate ? alert.createdAt : undefined) ?? alert.updatedAt;
  const told = readEpoch(time) ?? readInstant(String(time));
  const epochMs = told ?? receivedMs;
  if (epochMs === undefined)
    return ignored.add('an action', `${isCreate ? 'createdAt' : 'updatedAt'} is no time`, `${at}/alert`);
  const name = keep(alertName(alert));
  const text = tellAction(name, body.data, alert);
  if (text === undefined)
    ignored.add(
      `action "${keep(action).slice(0, 60)}"`,
      'it is told as it is called: a custom action, or a new one',
      `${at}/action`,
    );
  const key = keyOf(action, alert, epochMs, keep);
  const words = action === 'AddNote' ? keep(alert.note ?? '') : '';
  const said = splitText(words === '' ? keep(text ?? `${name}: ${action}`) : words);
  const more = [
    said.notes,
    words === '' ? keep(moreOf(action, alert)) : `About ${name}.`,
    told === undefined ? 'The time is that of the delivery.' : '',
  ];
  const notes = more.filter(Boolean).join('\n\n');
  const { username } = alert;
  reading.events.push({
    key,
    epochMs,
    text: said.text,
    ...(notes === '' ? {} : { notes }),
    actor: keep(username || body.data.source?.name || 'Opsgenie'),
    ...(words === '' ? {} : { quoted: true }),
    ...milestoneOf(action),
    evidence: at,
  });
  if (username?.includes('@') && !isCreate)
    reading.facts.people.push({ value: keep(username), evidence: `${at}/alert/username`, epochMs });
  alertFacts(alert, `${at}/alert`, epochMs, context);
  const condition = { key: `opsgenie:${keep(alert.alertId)}`, name };
  if (action === 'Close' || action === 'Delete')
    reading.conditions.push({ ...condition, state: 'closed', sinceMs: epochMs, closedBy: key });
  else
    reading.conditions.push({ ...condition, state: 'open', ...(isCreate ? { sinceMs: epochMs, openedBy: key } : {}) });
}

/** What stands beside the sentence: all of a new alert, the new description, else the note that came with the action. */
function moreOf(action: string, alert: Alert): string {
  if (action === 'Create') return particulars(alert);
  return (action === 'UpdateDescription' ? alert.description : undefined) ?? alert.note ?? '';
}

/** An alert is created once, whichever integration says so; all else happens at its time, to the millisecond. */
function keyOf(action: string, alert: Alert, epochMs: number, keep: (text: string) => string): string {
  const kind = action.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  const start = `opsgenie:${keep(alert.alertId)}:${keep(kind).slice(0, 60)}`;
  return action === 'Create' ? start : `${start}:${Math.floor(epochMs)}`;
}

function milestoneOf(action: string): Pick<SourceEvent, 'milestone' | 'phase'> {
  if (action === 'Create') return { phase: 'detection', milestone: 'detected' };
  return action === 'Acknowledge' ? { milestone: 'acknowledged' } : {};
}

/** Adds what an alert says of itself: title, priority, what was hit. */
export function alertFacts(
  alert: {
    message?: string | null | undefined;
    priority?: string | null | undefined;
    entity?: string | null | undefined;
  },
  place: string,
  epochMs: number,
  { reading, keep }: Context,
): void {
  const { facts } = reading;
  const [title, priority, entity] = [alert.message, alert.priority, alert.entity].map((text) => keep(text ?? ''));
  if (title) facts.titles.push({ value: title, from: 'alert', evidence: `${place}/message`, epochMs });
  if (priority) facts.severities.push({ value: priority, of: 'alert', evidence: `${place}/priority`, epochMs });
  if (entity) facts.systems.push({ value: entity, evidence: `${place}/entity`, epochMs });
}
