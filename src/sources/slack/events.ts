import type { JsonDocument } from '../documents.ts';
import { membersOf, textOf } from '../lenient.ts';

/** What came with the Events API: the message in it, or why there is none. */
export type Unwrapped = { message: JsonDocument } | { what: string; why: string; where: string };

/** Why events of these types are left out. */
const leftOut: ReadonlyMap<string, string> = new Map([
  ['reaction_added', 'a reaction is no event'],
  ['reaction_removed', 'a reaction is no event'],
  ['member_joined_channel', 'somebody joined'],
  ['member_left_channel', 'somebody left'],
  ['channel_left', 'the app left the channel'],
  ['pin_added', 'a message was pinned'],
  ['pin_removed', 'a message was unpinned'],
]);

/** True for what Slack sends to an app: an event in its envelope, its greeting, or a notice that it sent too many. */
function isEnvelope(value: unknown): boolean {
  const { type, challenge, event, api_app_id: app, event_id: id, minute_rate_limited: minute } = membersOf(value);
  if (type === 'url_verification') return typeof challenge === 'string';
  if (minute !== undefined) return typeof app === 'string';
  const isEvent = textOf(event, 'type') !== undefined;
  return isEvent && (type === 'event_callback' || typeof app === 'string' || typeof id === 'string');
}

/** True for the form of an outgoing webhook, Slack's way before the Events API. Mattermost's is the same with a `post_id`. */
function isOutgoing(value: unknown): boolean {
  const fields = ['token', 'team_id', 'channel_id', 'timestamp', 'user_id'];
  return fields.every((field) => textOf(value, field) !== undefined) && textOf(value, 'post_id') === undefined;
}

/** Whether Slack delivered a value by itself, rather than exported it. */
export const isDelivered = (value: unknown): boolean =>
  [value, fromSocket({ value, at: '' }).value].some((each) => isEnvelope(each) || isOutgoing(each));

/** An app in socket mode gets each event in one more envelope. */
const fromSocket = ({ value, at }: JsonDocument): JsonDocument =>
  textOf(value, 'type') === 'events_api' ? { value: membersOf(value)['payload'], at: `${at}/payload` } : { value, at };

/** Takes the message out of what Slack delivered. An edit has the message with its new words. */
export function unwrap(document: JsonDocument): Unwrapped | undefined {
  const { value, at } = fromSocket(document);
  if (isOutgoing(value)) {
    const [ts, user, text] = ['timestamp', 'user_id', 'text'].map((field) => textOf(value, field));
    const profile = { display_name: textOf(value, 'user_name') };
    return { message: { value: { ts, user, text, user_profile: profile }, at } };
  }
  if (!isEnvelope(value)) return undefined;
  const { type, event, minute_rate_limited: minute } = membersOf(value);
  if (type === 'url_verification')
    return { what: 'a greeting', why: 'Slack only asks whether somebody is here', where: at };
  if (minute !== undefined) {
    return { what: 'a notice of Slack', why: 'it sent too many events in a minute and left some out', where: at };
  }
  const place = `${at}/event`;
  const kind = textOf(event, 'type') ?? '';
  if (kind !== 'message' && kind !== 'app_mention') {
    return { what: `event ${kind}`.slice(0, 60), why: leftOut.get(kind) ?? 'it is no message', where: place };
  }
  const inner = membersOf(event)['message'];
  const isEdit = textOf(event, 'subtype') === 'message_changed';
  if (isEdit && textOf(inner, 'subtype') === 'tombstone')
    return { what: 'a message', why: 'it was deleted', where: place };
  return { message: isEdit ? { value: inner, at: `${place}/message` } : { value: event, at: place } };
}
