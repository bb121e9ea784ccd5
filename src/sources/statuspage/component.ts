import type { Context } from '../reading.ts';
import { readInstant } from '../instant.ts';
import { issueText } from '../issue.ts';
import { componentWordsOf } from './statuses.ts';
import { ComponentHook } from './schema.ts';

/** Writes that a component changed its state. One that is not operational is an open condition; maintenance is neither. */
export function readComponent(value: unknown, page: string, at: string, { reading, ignored, keep }: Context): void {
  const hook = ComponentHook.safeParse(value);
  if (!hook.success) {
    ignored.add('a change of a component', issueText(hook.error), at);
    return;
  }
  const { component, component_update: update } = hook.data;
  const place = `${at}/component_update`;
  const epochMs = readInstant(update.created_at);
  if (epochMs === undefined) {
    ignored.add('a change of a component', 'it has no time', `${place}/created_at`);
    return;
  }
  const status = update.new_status ?? component.status ?? '';
  const words = componentWordsOf(status);
  if (words === undefined) {
    ignored.add(`component status "${keep(status).slice(0, 40)}"`, 'it is not known', `${place}/new_status`);
  }
  const name = keep(component.name ?? 'without a name');
  const identity = keep(component.id ?? update.component_id ?? name);
  const key = `statuspage:component:${keep(update.id ?? `${identity}:${status}:${epochMs}`)}`;
  const from =
    update.old_status === undefined ? '' : `${componentWordsOf(update.old_status) ?? keep(update.old_status)} → `;
  reading.events.push({
    key,
    epochMs,
    text: `Status page: ${name}: ${from}${words ?? keep(status)}`,
    actor: page,
    evidence: place,
  });
  reading.facts.services.push({ value: name, evidence: `${at}/component/name`, epochMs });
  const condition = { key: `statuspage:${identity}`, name: `Component ${name}`, sinceMs: epochMs };
  if (words === 'operational') reading.conditions.push({ ...condition, state: 'closed', closedBy: key });
  else if (words !== undefined && words !== 'under maintenance')
    reading.conditions.push({ ...condition, state: 'open', openedBy: key });
}
