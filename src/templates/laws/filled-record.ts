import { catalogue } from '../../record/catalogue.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { readMoment } from '../../values/time.ts';
import { slotsOf } from '../outline/walk.ts';
import { setPath } from '../path.ts';
import type { Template } from '../template.ts';

type Entry = { [key: string]: unknown };

/**
 * A record that fills every placeholder of a template with harmless values, two entries for each table or list.
 * Without `free`, none of the entries whose label is itself a value and is known by its bold marks alone.
 */
export function filledRecord(template: Template, free = true): PostmortemRecord {
  const record: PostmortemRecord = {};
  const claims: { figure: string; text: string }[] = [];
  for (const path of template.paths) {
    const field = catalogue.get(path);
    if (field === undefined)
      claims.push({ figure: path.slice('claims.'.length), text: `${10 + claims.length} minutes` });
    else if (field.collection === undefined) setPath(record, path, valueFor(path, 0));
  }
  if (claims.length > 0) record.claims = claims;
  for (const [collection, anchors] of template.repeats) {
    const entries: Entry[] = [];
    for (const anchor of anchors) {
      if (!free && 'pattern' in anchor && anchor.pattern.named) continue;
      const fixed = ('fixed' in anchor && anchor.fixed !== '') || 'slot' in anchor || anchor.constants.length > 1;
      for (let copy = 0; copy < (fixed ? 1 : 2); copy++) entries.push(entryFor(collection, anchor, entries.length));
    }
    (record as { [key: string]: unknown })[collection] = entries;
  }
  return record;
}

function entryFor(collection: string, anchor: Parameters<typeof slotsOf>[0], number: number): Entry {
  const entry: Entry = {};
  for (const { path } of slotsOf(anchor)) {
    const value = valueFor(path, number);
    if (path === 'timeline.time') Object.assign(entry, value);
    else entry[path.slice(collection.length + 1)] = value;
  }
  for (const { key, values } of anchor.constants) entry[key] = values[0];
  return entry;
}

function valueFor(path: string, number: number): unknown {
  const field = catalogue.get(path);
  if (path === 'incident.severity') return 'high';
  if (path === 'actions.status') return 'open';
  if (path === 'whys.question') return `What was it, no ${number + 1}?`;
  if (path === 'incident.type') return 'fire drill';
  switch (field?.kind) {
    case 'flag':
      return number % 2 === 0;
    case 'moment':
      return readMoment(`2026-01-0${1 + (number % 8)} 1${number % 10}:30`);
    case 'day':
      return `2026-02-${10 + number}`;
    default:
      return `the ${path.split('.').at(-1) ?? ''} no ${number + 1}`;
  }
}
