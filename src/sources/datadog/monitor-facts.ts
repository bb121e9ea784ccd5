import type { Context } from '../reading.ts';
import { isUrl } from '../url.ts';
import { monitorLink } from './plain-text.ts';
import type { readTitle } from './transition.ts';
import type { Values } from './variables.ts';

type Found = { text: string; at: string };
const rank = /^P[1-5]$/i;

/** Adds what a notification says of its monitor beside the event: title, priority, service, host, links. */
export function addMonitorFacts(
  values: Values,
  said: ReturnType<typeof readTitle>,
  at: string,
  epochMs: number,
  { reading, keep }: Context,
): void {
  const { facts } = reading;
  const { title, tags, body, snapshot } = values;
  const add = (list: { value: string; evidence: string; epochMs?: number }[], found: Found) => {
    const value = keep(found.text);
    if (!list.some((fact) => fact.value === value && fact.epochMs === epochMs))
      list.push({ value, evidence: `${at}${found.at}`, epochMs });
  };
  if (title) facts.titles.push({ value: keep(said.name), from: 'alert', evidence: `${at}${title.at}`, epochMs });
  const priority = priorityOf(values, said.priority);
  if (priority)
    facts.severities.push({ value: keep(priority.text), of: 'alert', evidence: `${at}${priority.at}`, epochMs });
  const scope = values.alertScope ?? (said.scope && title ? { text: said.scope, at: title.at } : undefined);
  for (const found of [...tagged(tags, 'service'), ...tagged(scope, 'service')]) add(facts.services, found);
  for (const found of [...(values.hostname ? [values.hostname] : []), ...tagged(scope, 'host')])
    add(facts.systems, found);
  const own = body && monitorLink(body.text);
  const link = values.link ?? (own ? { text: own, at: body.at } : undefined);
  for (const [kind, value] of [
    ['monitor', link],
    ['image', snapshot],
  ] as const)
    if (value && isUrl(value.text))
      facts.links.push({ value: keep(value.text), kind, of: keep(said.name), evidence: `${at}${value.at}` });
}

/** The priority of a monitor: its own variable, another field that holds one, else the beginning of the title. */
function priorityOf({ priority, anyPriority, title }: Values, inTitle: string | undefined): Found | undefined {
  const named = priority ?? (anyPriority && rank.test(anyPriority.text) ? anyPriority : undefined);
  return named ?? (inTitle && title ? { text: inTitle, at: title.at } : undefined);
}

/** The values of a tag in a list of them, as in `env:prod,service:checkout`; a wildcard is none. */
function tagged(list: Found | undefined, name: string): Found[] {
  return (list?.text ?? '').split(',').flatMap((tag) => {
    const [, key, value] = /^\s*([^:\s]{1,60}):(.{1,200}?)\s*$/.exec(tag) ?? [];
    return list && key === name && value && value !== '*' ? [{ text: value, at: list.at }] : [];
  });
}
