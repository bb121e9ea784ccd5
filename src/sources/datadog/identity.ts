import { bodies } from '../bodies.ts';
import type { Delivery } from '../delivery.ts';
import { isBody } from './body.ts';
import { toldMs } from './moment.ts';
import { readVariables } from './variables.ts';

/** A notification is small; a larger body is not looked into. */
const mostBytes = 100_000;

/**
 * What the bytes of a delivery do not tell: a payload that a team wrote without time and id is the same each time its monitor
 * fires. Then the second in which it came is part of its identity.
 */
export function identity({ body, receivedMs }: Delivery): string | undefined {
  const value = body.length > mostBytes ? undefined : onlyBody(new TextDecoder().decode(body));
  if (!isBody(value)) return undefined;
  const values = readVariables(value);
  if (values.id || toldMs(values) !== undefined) return undefined;
  const { title, transition, alertId, alertScope, cycle, incidentId, incidentStatus } = values;
  const parts = [title, transition, alertId, alertScope, cycle, incidentId, incidentStatus];
  return JSON.stringify([...parts.map((part) => part?.text.slice(0, 300)), Math.floor(receivedMs / 1000)]);
}

function onlyBody(text: string): unknown {
  try {
    const all = bodies({ name: 'delivery', text }).bodies;
    return all.length === 1 ? all[0]?.value : undefined;
  } catch {
    return undefined;
  }
}
