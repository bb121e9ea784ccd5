import { bodies } from '../bodies.ts';
import { startReading } from '../reading.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { isBody } from './body.ts';
import { readIncident } from './incident.ts';
import { readMonitor } from './monitor.ts';
import { readVariables } from './variables.ts';

/** Reads notifications of monitors and of incidents. Throws SourceError `datadog.no-notification` when there is none. */
export function read(file: EvidenceFile): SourceReading {
  const all = bodies(file);
  if (!all.bodies.some(({ value }) => isBody(value))) {
    throw new SourceError(
      'datadog.no-notification',
      'There is no notification of Datadog here: no payload with a title, and a transition, event type or link of Datadog.',
      file.name,
      'Use the payload of docs: src/sources/datadog/README.md has it.',
    );
  }
  const { context, done } = startReading('datadog', file);
  for (const { value, at } of all.bodies) {
    if (!isBody(value)) {
      context.ignored.add('a value that is no notification', 'it has another shape', at);
      continue;
    }
    const values = readVariables(value);
    if (values.incidentId && values.incidentStatus) readIncident(values, at, context);
    else readMonitor(values, at, context);
  }
  return done(all.ignored);
}
