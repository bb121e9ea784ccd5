import { splitText } from '../keep.ts';
import type { Context } from '../reading.ts';
import type { SourceEvent } from '../source.ts';
import { addMonitorFacts } from './monitor-facts.ts';
import { momentOf } from './moment.ts';
import { plainText } from './plain-text.ts';
import { readTitle, reminderOf, type Transition, transitionOf } from './transition.ts';
import type { Values } from './variables.ts';

/** Reads a notification of a monitor, or an event that a person posted: what happened, when, and to what. */
export function readMonitor(values: Values, at: string, context: Context): void {
  const { ignored, reading, keep } = context;
  if (!values.title && !values.transition && !values.alertId && !values.body)
    return ignored.add('a notification', 'none of its variables is filled, as in one sent by hand', at);
  const title = values.title ?? { text: `monitor ${values.alertId?.text ?? 'without a name'}`, at: '' };
  const said = readTitle(title.text);
  if (said.isTest) return ignored.add('a test notification', 'it is no event of an incident', `${at}${title.at}`);
  const told = values.transition?.text;
  const transition = (told === undefined ? undefined : transitionOf(told)) ?? said.transition;
  if (told !== undefined && transitionOf(told) === undefined)
    ignored.add(`transition "${keep(told).slice(0, 40)}"`, 'it is not known', `${at}${values.transition?.at}`);
  const moment = momentOf(values, context);
  if (moment === undefined)
    return ignored.add('a notification', 'it has no time: put "date": "$DATE" into the payload', at);
  const { epochMs } = moment;
  const scope = values.alertScope?.text ?? said.scope;
  const name = keep(scope ? `${said.name} (${scope})` : said.name);
  const event = splitText(keep(sentence(name, transition, told ?? said.word)));
  const notes = [
    event.notes,
    keep(plainText(values.body?.text ?? '')),
    keep(values.alertStatus?.text ?? ''),
    moment.note,
  ];
  const all = [...new Set(notes)].filter(Boolean).join('\n\n');
  const condition = conditionKey(values, said.name, scope, keep);
  const isPosted = transition === undefined && values.user !== undefined;
  const happened = `${(transition ?? 'event').replace(' ', '-')}:${Math.floor(epochMs)}`;
  const key = `${values.id ? `datadog:event:${keep(values.id.text)}` : condition}:${happened}`;
  reading.events.push({
    key,
    epochMs,
    text: event.text,
    ...(all === '' ? {} : { notes: all }),
    actor: isPosted ? keep(values.user?.text ?? '') : 'Datadog',
    ...partOf(transition),
    ...(transition === 'again' ? { fold: `${condition}:again:${reminderOf(told ?? said.word ?? '')}` } : {}),
    evidence: at,
  });
  const turned = { key: condition, name: `Monitor ${name}`, sinceMs: epochMs };
  if (transition === 'recovered') reading.conditions.push({ ...turned, state: 'closed', closedBy: key });
  else if (transition === 'again') reading.conditions.push({ ...turned, state: 'open' });
  else if (transition !== undefined) reading.conditions.push({ ...turned, state: 'open', openedBy: key });
  addMonitorFacts(values, said, at, epochMs, context);
}

function sentence(name: string, transition: Transition | undefined, word = ''): string {
  if (transition === undefined) return name;
  if (transition === 'no data') return `Monitor ${name} has no data`;
  return transition === 'again' ? `Monitor ${name} still ${reminderOf(word)}` : `Monitor ${name} ${transition}`;
}

/** A monitor that alerts or warns has detected something; one without data, or a reminder, has not. */
function partOf(transition: Transition | undefined): Pick<SourceEvent, 'phase' | 'milestone'> {
  if (transition === 'triggered' || transition === 'warned') return { phase: 'detection', milestone: 'detected' };
  return transition === 'no data' ? { phase: 'detection' } : {};
}

/** One alert from its trigger to its recovery: by its cycle where the payload has it, else by the monitor and what it watches. */
function conditionKey(values: Values, name: string, scope: string | undefined, keep: (text: string) => string): string {
  if (values.cycle) return `datadog:cycle:${keep(values.cycle.text)}`;
  const monitor = values.alertId?.text ?? values.group?.text ?? name;
  return `datadog:monitor:${keep(monitor)}${scope ? `:${keep(scope)}` : ''}`;
}
