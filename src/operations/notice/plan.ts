import { mayComeAt } from '../../notices/moments.ts';
import { noticeKindNamed } from '../../notices/index.ts';
import { choiceOf, defaultPreference, Preference } from '../../notices/preference.ts';
import type { PersonRole, Visibility } from '../../store/tables.ts';
import { may } from '../access/permissions.ts';
import type { Outside } from './enqueue.ts';

/** A notice nobody has decided about yet, with what the decision looks at. */
export type FreshNotice = {
  id: string;
  kind: string;
  incidentId: string | null;
  severity: string | null;
  visibility: Visibility | null;
  person: { id: string; name: string; email: string; role: PersonRole; disabled: boolean; member: boolean } | null;
  preference: unknown;
  outside: Outside | null;
};

/** A channel of the organisation, as far as the decision looks at it. */
export type OpenChannel = {
  id: string;
  name: string;
  type: 'slack' | 'webhook';
  kinds: string[];
  severities: string[];
  /** A Slack app, which can write to people as well. */
  toPeople: boolean;
};

/** One way that a notice goes. */
export type Way = {
  way: 'email' | 'slack' | 'webhook';
  receiver: string;
  personId: string | null;
  channelId: string | null;
  told: string;
  nextAt: string;
  /** Why it does not go, though somebody wants it. */
  problem: string | null;
};
export type Plan = { state: 'routed' | 'held' | 'dropped'; reason: string | null; ways: Way[] };

type Around = { now: string; zone: string; hasMail: boolean; channels: readonly OpenChannel[] };

export const noMail = 'there is no mail server: HINDCAST_SMTP is not set';
/** All e-mail goes through one server. */
export const mailReceiver = 'mail';

const dropped = (reason: string): Plan => ({ state: 'dropped', reason, ways: [] });

/** What somebody chose, as far as this version understands it. */
export const preferenceOf = (value: unknown, zone: string): Preference =>
  Preference.safeParse(value).data ?? defaultPreference(zone);

function forPerson(notice: FreshNotice, { now, zone, hasMail, channels }: Around): Plan {
  const { kind, person, visibility, preference: value } = notice;
  if (person === null) return dropped('there is no such person');
  if (person.disabled) return dropped('the account is disabled');
  const actor = { kind: 'person', id: person.id, name: person.name, role: person.role } as const;
  if (visibility !== null && !may(actor, 'incident.see', { visibility, member: person.member }))
    return dropped('the person may not see the incident');
  const preference = preferenceOf(value, zone);
  const choice = choiceOf(preference, kind);
  const nextAt = noticeKindNamed(kind)?.urgent === true ? now : mayComeAt(preference, now);
  const ways: Way[] = [];
  const app = channels.find(({ toPeople }) => toPeople);
  const way = { personId: person.id, nextAt, problem: null, channelId: null };
  if (choice.slack && app !== undefined) {
    const told = `${person.name} in Slack`;
    ways.push({ ...way, way: 'slack', receiver: `slack:${app.id}:${person.id}`, channelId: app.id, told });
  }
  if (choice.email === 'now' || kind === 'digest')
    ways.push({ ...way, way: 'email', receiver: mailReceiver, told: person.email, problem: hasMail ? null : noMail });
  if (ways.length > 0) return { state: 'routed', reason: null, ways };
  return choice.email === 'digest' ? { state: 'held', reason: null, ways } : dropped('the person does not want it');
}

function forOutside(outside: Outside, { now, hasMail }: Around): Plan {
  const way = { personId: null, channelId: null, nextAt: now };
  const mail = 'email' in outside;
  if (!mail && !URL.canParse(outside.url)) return dropped('its address is no web address');
  const ways: Way[] = [
    mail
      ? { ...way, way: 'email', receiver: mailReceiver, told: outside.email, problem: hasMail ? null : noMail }
      : { ...way, way: 'webhook', receiver: `host:${new URL(outside.url).host}`, told: outside.url, problem: null },
  ];
  return { state: 'routed', reason: null, ways };
}

function forChannels({ kind, severity, visibility }: FreshNotice, { now, channels }: Around): Plan {
  if (visibility === 'restricted') return dropped('the incident is restricted');
  const wants = ({ kinds, severities }: OpenChannel) =>
    (kinds.length === 0 || kinds.includes(kind)) &&
    (severities.length === 0 || severities.some((each) => each.toLowerCase() === severity?.trim().toLowerCase()));
  const ways = channels.filter(wants).map(({ id, name, type }): Way => {
    return {
      way: type,
      receiver: `channel:${id}`,
      personId: null,
      channelId: id,
      told: name,
      nextAt: now,
      problem: null,
    };
  });
  return ways.length === 0 ? dropped('no channel is chosen for it') : { state: 'routed', reason: null, ways };
}

/** Which ways a notice goes, and when. Pure. */
export function planNotice(notice: FreshNotice, around: Around): Plan {
  if (noticeKindNamed(notice.kind) === undefined) return dropped('this version does not know its kind');
  if (notice.outside !== null) return forOutside(notice.outside, around);
  return notice.person === null ? forChannels(notice, around) : forPerson(notice, around);
}
