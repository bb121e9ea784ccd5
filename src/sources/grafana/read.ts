import { bodies } from '../bodies.ts';
import { startReading } from '../reading.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { formOf, isBody } from './body.ts';
import { readLegacy } from './legacy.ts';
import { readUnified } from './unified.ts';

/** Reads webhook bodies of unified and of old alerting. Throws SourceError `grafana.no-webhook` when there is none. */
export function read(file: EvidenceFile): SourceReading {
  const all = bodies(file);
  if (!all.bodies.some(({ value }) => isBody(value))) {
    throw new SourceError(
      'grafana.no-webhook',
      'There is no Grafana webhook body here: neither a list `alerts` with an `orgId`, nor a `ruleName` with a `state`.',
      file.name,
      'Save the body that a contact point of type Webhook sends.',
    );
  }
  const { context, done } = startReading('grafana', file);
  for (const { value, at } of all.bodies) {
    const form = formOf(value);
    if (form === 'unified') readUnified(value, at, context);
    else if (form === 'legacy') readLegacy(value, at, context);
    else context.ignored.add('a value that is no webhook body', 'it has another shape', at);
  }
  return done(all.ignored);
}
