import type { BusEvent } from './schema.ts';

/** Identity of an event: EventBridge may deliver it more than once, with the same id. Without one, what it is about tells. */
export function busKey(event: BusEvent): string {
  return `cloudwatch:event:${event.id ?? event.resources.find((name) => typeof name === 'string') ?? ''}:${event.source}:${event.time ?? ''}:${event['detail-type']}`;
}
