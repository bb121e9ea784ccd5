import { readEpoch } from '../epoch.ts';
import { readInstant } from '../instant.ts';
import type { Context } from '../reading.ts';
import type { Values } from './variables.ts';

/** When it happened: as the payload says, else when the delivery came, which the notes then say. */
export function momentOf({ date }: Values, { receivedMs }: Context): { epochMs: number; note: string } | undefined {
  const told = readEpoch(date?.text) ?? readInstant(date?.text);
  if (told !== undefined) return { epochMs: told, note: '' };
  return receivedMs === undefined ? undefined : { epochMs: receivedMs, note: 'The time is that of the delivery.' };
}
