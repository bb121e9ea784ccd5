import { redactText } from '../publication/redact-text.ts';
import type { Removed } from '../publication/redact-record.ts';
import { suspectId } from '../publication/decisions.ts';
import { type Judged, wordsOf } from '../publication/public-version.ts';
import type { Names } from '../publication/names.ts';
import { suspectsOf } from '../publication/suspects.ts';
import { defaultPolicy } from '../../record/policy.ts';

/** A message that leaves the house. */
export type Message = { subject: string; text: string };

/** A message without what must not leave, what was taken out, and what still looks like a leak. */
export type CheckedMessage = Message & { removed: Removed[]; suspects: Judged[] };

/** Looks a message through as a public version is: names, hosts, addresses, links and secrets go, what is doubtful is asked. */
export function checkMessage({ subject, text }: Message, names: Names, accepted: readonly string[]): CheckedMessage {
  const removed: Removed[] = [];
  const clean = (value: string, place: string) => {
    const redacted = redactText(value, { names, publicHosts: [] });
    removed.push(...redacted.taken.map((one) => ({ ...one, place })));
    return redacted.text;
  };
  const message = { subject: clean(subject, 'subject'), text: clean(text, 'text') };
  const isAccepted = new Set(accepted);
  const known = { names: wordsOf(names), publicHosts: [], policy: defaultPolicy };
  const looked = suspectsOf({ incident: { title: message.subject }, summary: { text: message.text } }, known);
  const suspects = looked.map((one): Judged => {
    const suspect = { ...one, place: one.place === 'incident.title' ? 'subject' : 'text' };
    const id = suspectId(suspect);
    return { ...suspect, id, decision: isAccepted.has(id) ? 'accepted' : 'open' };
  });
  return { ...message, removed, suspects };
}
