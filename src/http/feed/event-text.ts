import type { Actor } from '../../operations/access/actor.ts';
import { seesEntry, seesPayload } from '../../operations/ledger/sees-entry.ts';
import type { KeptEntry } from '../../store/ledger/read-entries.ts';

/** What a stream says of one entry: `input` is missing when it is long, erased, or not for this reader. */
export type FeedEvent = {
  seq: number;
  at: string;
  actor: string;
  operation: string;
  incident: string | null;
  subject: string;
  input?: unknown;
};

const inputOf = (payload: string): unknown => (JSON.parse(payload) as { input?: unknown }).input ?? null;

/** The event of an entry for one reader; undefined when it is not for them. */
export function feedEvent(actor: Actor, entry: KeptEntry): FeedEvent | undefined {
  if (!seesEntry(actor, entry)) return undefined;
  const { seq, at, actor: by, operation, incidentId: incident, subject, payload } = entry;
  const event = { seq, at, actor: by, operation, incident, subject };
  return payload !== null && seesPayload(actor, entry) ? { ...event, input: inputOf(payload) } : event;
}

/** Events as `text/event-stream` writes them (WHATWG HTML, section 9.2); the id is the entry's number. */
export const eventText = (event: FeedEvent): string =>
  `id: ${event.seq}\nevent: change\ndata: ${JSON.stringify(event)}\n\n`;

/** Moves a reader's last id on without an event, and shows that the line still stands. */
export const beatText = (seq: number): string => (seq < 0 ? ': here\n\n' : `id: ${seq}\n\n`);

/** Tells a reader that what they know is of another ledger, and where this one stands. */
export const resetText = (seq: number): string => `event: reset\ndata: {"latest":${seq}}\n${beatText(seq)}`;
