import { dayIn } from '../../occasions/due-day.ts';
import { calendarText, type CalendarEvent } from '../../notices/calendar.ts';
import type { PersonRole } from '../../store/tables.ts';
import { secretHash } from '../access/secret.ts';
import { type ActionItem, type ActionPage, listActions } from '../action/list.ts';
import { callStored } from '../call-stored.ts';
import type { StoredContext } from '../stored-operation.ts';

const mostPages = 10;
const pageSize = 200;

async function ownerOf({ database }: StoredContext, token: string) {
  return database.kysely
    .selectFrom('preference')
    .innerJoin('person', 'person.id', 'preference.person_id')
    .select(['person.id', 'person.name', 'person.role'])
    .where('calendar_hash', '=', secretHash(token))
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst();
}

async function dueActions(context: StoredContext): Promise<ActionItem[]> {
  const found: ActionItem[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const wish = { state: 'open', mine: 'true', limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
    const { items, next } = (await callStored(listActions, wish, context)) as ActionPage;
    found.push(...items);
    if (next === undefined) break;
    cursor = next;
  }
  return found;
}

const eventOf =
  (origin: string) =>
  ({ id, version, incident, label, text, due, overdue }: ActionItem): CalendarEvent => ({
    uid: `action-${incident.id}-${id}@${new URL(origin).hostname}`,
    sequence: version,
    when: { day: due.slice(0, 10) },
    summary: `${overdue ? 'Overdue: ' : ''}${label} ${text}`.trim(),
    description: `${incident.key} ${incident.title ?? ''}\n${origin}/incidents/${incident.key}`,
    url: `${origin}/incidents/${incident.key}`,
  });

/** What is due of the person whose secret address this is; undefined for an address that is none. */
export async function dueCalendar(context: StoredContext, token: string): Promise<string | undefined> {
  const person = await ownerOf(context, token);
  if (person === undefined) return undefined;
  const { id, name, role } = person as { id: string; name: string; role: PersonRole };
  const actions = await dueActions({ ...context, actor: { kind: 'person', id, name, role } });
  const events = actions.filter(({ due }) => dayIn(due) !== undefined).map(eventOf(context.origin));
  return calendarText({ name: 'Hindcast', method: 'PUBLISH', at: context.now, events });
}
