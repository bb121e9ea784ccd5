import { bearerWebhook } from '../bearer.ts';
import { bodies } from '../bodies.ts';
import type { Delivery } from '../delivery.ts';
import { memberOf } from '../lenient.ts';
import type { EvidenceFile, Source } from '../source.ts';
import { read } from './read.ts';
import { isBinary, isCloudEvent } from './values.ts';

function detect(input: EvidenceFile): number {
  if (input.entries) return 0;
  if (isBinary(input)) return 1;
  return bodies(input).bodies.some(({ value }) => isCloudEvent(value)) ? 1 : 0;
}

/** Source and id, which the specification makes the identity of an event. A batch has none of its own. */
function identity({ headers, body }: Delivery): string | undefined {
  if (headers['ce-id'] !== undefined) return `${headers['ce-source'] ?? ''} ${headers['ce-id']}`;
  if (!/^application\/cloudevents\+json/i.test(headers['content-type'] ?? '')) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    const [source, id] = [memberOf(value, 'source'), memberOf(value, 'id')];
    return typeof source === 'string' && typeof id === 'string' ? `${source} ${id}` : undefined;
  } catch {
    return undefined;
  }
}

/** CloudEvents of any type; those of CDEvents are understood. */
export const cloudevents: Source = {
  name: 'cloudevents',
  title: 'CloudEvents',
  sentence: 'CloudEvents 1.0 in structured, batched or binary mode, or one per line.',
  detect,
  read,
  webhook: {
    ...bearerWebhook,
    identity,
  },
};
