import { type Context, startReading } from '../reading.ts';
import { bodies } from '../bodies.ts';
import { memberOf, textOf } from '../lenient.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { readComponent } from './component.ts';
import { readIncident } from './incident.ts';
import { isIncident, isPage, lists, singles } from './kinds.ts';

/** Reads webhooks and API answers of a status page. Throws SourceError `statuspage.no-posts` when there is none. */
export function read(file: EvidenceFile): SourceReading {
  const { bodies: items, ignored } = bodies(file);
  if (!items.some(({ value }) => isPage(value) || isIncident(value))) {
    throw new SourceError(
      'statuspage.no-posts',
      'There is no webhook of Statuspage here, and no list of incidents of a page.',
      file.name,
      'Give the body that was posted, or https://YOUR-PAGE/api/v2/incidents.json.',
    );
  }
  const { context, done } = startReading('statuspage', file);
  for (const { value, at } of items) {
    if (isIncident(value)) readIncident(value, 'Status page', at, context);
    else if (isPage(value)) readPage(value, at, context);
    else context.ignored.add('a value', 'it is of no status page', at);
  }
  return done(ignored);
}

function readPage(value: unknown, at: string, context: Context): void {
  const page = context.keep(textOf(memberOf(value, 'page'), 'name') ?? 'Status page');
  if (memberOf(value, 'component_update') !== undefined) readComponent(value, page, at, context);
  for (const name of singles) {
    const incident = memberOf(value, name);
    if (incident !== undefined && incident !== null) readIncident(incident, page, `${at}/${name}`, context);
  }
  for (const name of lists) {
    const list = memberOf(value, name);
    if (!Array.isArray(list)) continue;
    for (const [index, incident] of list.entries()) readIncident(incident, page, `${at}/${name}/${index}`, context);
  }
  const components = memberOf(value, 'components');
  for (const [index, component] of (Array.isArray(components) ? components : []).entries())
    if ((textOf(component, 'status') ?? 'operational').toLowerCase() !== 'operational')
      context.ignored.add(
        'the state of a component',
        'since when is not told; a webhook tells it',
        `${at}/components/${index}`,
      );
}
