import { bodies } from '../bodies.ts';
import { startReading } from '../reading.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { readAction } from './action.ts';
import { type Body, formOf, isBody } from './body.ts';
import { readListed } from './listed.ts';

/** Reads actions on alerts, and alerts of the REST API. Throws SourceError `opsgenie.no-alert` when there is none. */
export function read(file: EvidenceFile): SourceReading {
  const all = bodies(file);
  if (!all.bodies.some(({ value }) => isBody(value))) {
    throw new SourceError(
      'opsgenie.no-alert',
      'There is no action on an Opsgenie alert here: no object with an `action` and an `alert`.',
      file.name,
      'Save the body that the Webhook integration of Opsgenie posts, or the answer of `GET /v2/alerts`.',
    );
  }
  const { context, done } = startReading('opsgenie', file);
  for (const { value, at } of all.bodies) {
    const form = formOf(value);
    const data = (value as Body | null)?.['data'];
    if (form === 'action') readAction(value, at, context);
    else if (form === 'alert') readListed(data, `${at}/data`, context);
    else if (form === 'alerts')
      for (const [index, item] of (data as unknown[]).entries()) readListed(item, `${at}/data/${index}`, context);
    else context.ignored.add('a value that is no action on an alert', 'it has another shape', at);
  }
  return done(all.ignored);
}
