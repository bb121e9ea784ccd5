import type { BusEvent } from './schema.ts';

/** Identity of an event: EventBridge may deliver it more than once, with the same id. */
export function busKey(event: BusEvent): string {
  return `cloudwatch:event:${event.id ?? ''}:${event.source}:${event.time ?? ''}:${event['detail-type']}`;
}
