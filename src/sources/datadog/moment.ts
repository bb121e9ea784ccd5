import { readEpoch } from '../epoch.ts';
import { readInstant } from '../instant.ts';
import type { Context } from '../reading.ts';
import type { Values } from './variables.ts';

/** When it happened, as the payload says; undefined when it does not. */
export const toldMs = ({ date }: Values): number | undefined => readEpoch(date?.text) ?? readInstant(date?.text);

/** When it happened: as the payload says, else when the delivery came, which the notes then say. */
export function momentOf(values: Values, { receivedMs }: Context): { epochMs: number; note: string } | undefined {
  const told = toldMs(values);
  if (told !== undefined) return { epochMs: told, note: '' };
  return receivedMs === undefined ? undefined : { epochMs: receivedMs, note: 'The time is that of the delivery.' };
}
