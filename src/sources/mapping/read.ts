import { bodies } from '../bodies.ts';
import { readEpoch } from '../epoch.ts';
import { splitText } from '../keep.ts';
import { startReading } from '../reading.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { givenWith, type Resolved, resolve } from '../times/resolve.ts';
import { stampAt } from '../times/stamp.ts';
import { isUrl } from '../url.ts';
import { fill, type Places, textOf, valueAt } from './pointer.ts';
import type { Mapping, Rule } from './schema.ts';

/** One item that a rule may read, and where it stands. */
type Item = Places & { at: string };
type Context = ReturnType<typeof startReading>['context'];

/** True when what stands at each pointer is what is wanted there. */
export function holds(condition: NonNullable<Rule['when']>, places: Places): boolean {
  return Object.entries(condition).every(([pointer, wanted]) => {
    const value = textOf(valueAt(pointer, places));
    return [wanted].flat().some((each) => (each === '*' ? value !== '' : String(each) === value));
  });
}

/** The items of a rule in a payload. A list that is not there has none. */
export function itemsOf({ list }: Rule, document: unknown, at: string): Item[] {
  if (list === undefined) return [{ item: document, document, at }];
  const found =
    list.split('|').find((pointer) => Array.isArray(valueAt(pointer, { item: document, document }))) ?? list;
  const items = valueAt(found, { item: document, document });
  if (!Array.isArray(items)) return [];
  const place = `${at}${found.replace(/^\^/, '')}`;
  return items.map((item: unknown, index) => ({ item, document, at: `${place}/${index}` }));
}

/** The instant at a rule's pointer: any written time, or a count since 1970. */
export function timeOf(rule: Rule, places: Places, file: EvidenceFile): Resolved | { why: string } {
  const value = valueAt(rule.time, places);
  const epochMs = readEpoch(value);
  if (epochMs !== undefined) return { epochMs, assumed: [] };
  const text = textOf(value).trim();
  if (text === '') return { why: `there is no time at ${rule.time}` };
  const stamp = text.length > 80 ? undefined : stampAt(text, 0);
  if (!stamp || stamp.to !== text.length) return { why: `what stands at ${rule.time} is no time` };
  const stated = rule.zone === undefined ? {} : { zone: rule.zone };
  return resolve(stamp, { ...stated, ...givenWith(file) });
}

/** Reads payloads as a mapping says. Throws SourceError `mapping.nothing` when no rule finds an item. */
export function readMapping(mapping: Mapping, file: EvidenceFile): SourceReading {
  const { bodies: all, ignored } = bodies(file);
  const { context, done } = startReading(mapping.name, file);
  let items = 0;
  for (const { value, at } of all) {
    const before = items;
    for (const rule of mapping.events)
      for (const item of itemsOf(rule, value, at)) {
        if (rule.when && !holds(rule.when, item)) continue;
        if (rule.unless && Object.keys(rule.unless).length > 0 && holds(rule.unless, item)) continue;
        items += 1;
        addEvent(mapping, rule, item, file, context);
      }
    if (items === before) context.ignored.add('a payload', `no rule of ${mapping.name} takes anything of it`, at);
  }
  if (items === 0)
    throw new SourceError(
      'mapping.nothing',
      `No rule of the mapping ${mapping.name} takes anything here.`,
      file.name,
      'Compare list, when and unless of its rules in hindcast.yaml with the payload.',
    );
  return done(ignored);
}

function addEvent({ name }: Mapping, rule: Rule, item: Item, file: EvidenceFile, context: Context): void {
  const { reading, ignored, keep } = context;
  const found = timeOf(rule, item, file);
  if ('why' in found) return ignored.add('an event', found.why, item.at);
  const filled = (template: string | undefined) =>
    keep((template === undefined ? undefined : fill(template, item)) ?? '');
  const said = filled(rule.text);
  if (said === '') return ignored.add('an event', 'nothing stands where its text should be', item.at);
  const { text, notes } = splitText(said);
  const more = splitText([notes, filled(rule.notes)].filter(Boolean).join('\n\n'));
  const shown = more.notes ?? more.text;
  const actor = filled(rule.actor).slice(0, 100);
  const identity = filled(rule.key) || `${found.epochMs}:${text.slice(0, 200)}`;
  const key = `${name}:${mappingKey(rule)}:${identity.slice(0, 400)}`;
  reading.events.push({
    key,
    epochMs: found.epochMs,
    ...(found.assumed.length > 0 ? { assumed: found.assumed } : {}),
    text,
    ...(shown === '' ? {} : { notes: shown }),
    ...(actor === '' ? {} : { actor }),
    ...(rule.phase === undefined ? {} : { phase: rule.phase }),
    ...(rule.milestone === undefined ? {} : { milestone: rule.milestone }),
    evidence: item.at,
  });
  const { condition } = rule;
  if (condition) {
    const conditionKey = `${name}:${filled(condition.key).slice(0, 400)}`;
    const by = condition.is === 'closed' ? { closedBy: key } : { openedBy: key };
    const state = { state: condition.is, sinceMs: found.epochMs, ...by };
    reading.conditions.push({ key: conditionKey, name: filled(condition.name), ...state });
  }
  addFacts(rule, item, found.epochMs, filled, context);
}

/** Opening and closing of one thing are two events, also under one key of the sender. */
const mappingKey = ({ condition, milestone }: Rule) => condition?.is ?? milestone ?? 'event';

function addFacts(
  rule: Rule,
  { at: evidence }: Item,
  epochMs: number,
  filled: (template: string | undefined) => string,
  { reading }: Context,
): void {
  const { facts } = reading;
  const fact = (value: string) => ({ value: value.slice(0, 300), evidence, epochMs });
  const [service, system, severity, title, person, link] = [
    rule.service,
    rule.system,
    rule.severity,
    rule.title,
    rule.person,
    rule.link,
  ].map(filled);
  if (service) facts.services.push(fact(service));
  if (system) facts.systems.push(fact(system));
  if (severity) facts.severities.push({ ...fact(severity), of: 'alert' });
  if (title) facts.titles.push({ ...fact(title), from: 'alert' });
  if (person) facts.people.push(fact(person));
  if (isUrl(link)) facts.links.push({ value: link, evidence, epochMs, kind: 'alert' });
}
