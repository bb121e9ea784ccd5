import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { asHtml } from '../../notices/as-html.ts';
import { asSlack } from '../../notices/as-slack.ts';
import { asText } from '../../notices/as-text.ts';
import { noticeKindNamed } from '../../notices/index.ts';
import type { About, Told } from '../../notices/notice-kind.ts';
import { sendMail } from '../../outbound/email/send.ts';
import type { Ending } from '../../outbound/ending.ts';
import { sendSlack, type SlackPlace } from '../../outbound/slack/send.ts';
import { sendWebhook } from '../../outbound/webhook/send.ts';
import type { PersonRole, Visibility } from '../../store/tables.ts';
import { may } from '../access/permissions.ts';
import type { ChannelPlace, ChannelSecret } from '../channel/load.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Claimed } from './claim.ts';
import type { Outside } from './enqueue.ts';
import { noMail } from './plan.ts';

/** An attempt that is ready to be made, or why there is none. */
export type Attempt = { send: () => Promise<Ending> } | { drop: string };

type Row = {
  kind: string;
  at: Date;
  payload: { values: unknown; calendar?: { method: string; text: string } };
  outside: Outside | null;
  incident_number: string | null;
  title: string | null;
  severity: string | null;
  visibility: Visibility | null;
  person_id: string | null;
  name: string | null;
  email: string | null;
  role: PersonRole | null;
  disabled: boolean;
  member: boolean;
  place: ChannelPlace | null;
  secret: ChannelSecret | null;
  gone: boolean;
  /** Null for what is no update of the status page. */
  subscribed: boolean | null;
  thread: string | null;
};

async function rowOf({ database }: StoredContext, { id, receiver, incidentId }: Claimed): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select n.kind, n.at, n.payload, n.outside, h.number as incident_number, h.title, h.severity, h.visibility,
      p.id as person_id, p.name, p.email, p.role, p.disabled_at is not null as disabled,
      exists (select 1 from incident_member m where m.incident_id = n.incident_id and m.person_id = o.person_id) as member,
      c.place, c.secret, c.removed_at is not null as gone,
      case when n.kind = 'status.update' then exists (select from subscription s
        where s.id = (n.outside->>'name')::uuid and s.confirmed_at is not null) end as subscribed,
      (select e.sent_as from outgoing e where e.receiver = ${receiver} and e.incident_id = ${incidentId}::uuid and e.sent_as is not null
        order by e.number limit 1) as thread
    from outgoing o join notice n on n.id = o.notice_id
      left join incident_head h on h.incident_id = n.incident_id
      left join person p on p.id = o.person_id
      left join channel c on c.id = o.channel_id
    where o.id = ${id}::uuid`.execute(database.kysely);
  return rows[0];
}

const aboutOf = ({ incident_number: number, title, severity }: Row): About | undefined =>
  number === null ? undefined : { number: `INC-${number}`, title: title ?? '', severity };

/** Things may have changed since it was decided which way it goes. */
function refusal(row: Row, { personId, channelId }: Claimed): string | undefined {
  const { disabled, gone, visibility, member, person_id: id, name, role } = row;
  if (row.subscribed === false) return 'the subscription was ended';
  if (channelId !== null && gone) return 'the channel was removed';
  if (personId === null)
    return channelId !== null && visibility === 'restricted' ? 'the incident is restricted' : undefined;
  if (id === null || name === null || role === null || disabled) return 'the account is disabled';
  const sees = visibility === null || may({ kind: 'person', id, name, role }, 'incident.see', { visibility, member });
  return sees ? undefined : 'the person may not see the incident';
}

/** What stands before the @ of the Message-ID of a letter. */
export const messageName = (id: string): string => hash('sha256', id, 'hex').slice(0, 32);

function mailOf(context: StoredContext, row: Row, { id, incidentId }: Claimed, told: Told): Attempt {
  const { mail, origin } = context;
  if (mail === undefined) return { drop: noMail };
  const { outside, payload, email } = row;
  const isOutside = outside !== null && 'email' in outside;
  const to = isOutside ? outside.email : email;
  if (to === null) return { drop: 'there is no address' };
  const unsubscribe = isOutside ? outside.unsubscribe : `${origin}/unsubscribe/${id}`;
  const foot = isOutside
    ? 'You have this because you asked for it.'
    : `You have this because: ${noticeKindNamed(row.kind)?.sentence ?? ''}`;
  const footLink = isOutside ? unsubscribe : `${origin}/settings/notifications`;
  const letter = { origin, foot, ...(footLink === undefined ? {} : { footLink }) };
  const host = new URL(origin).hostname;
  const headers: Record<string, string> =
    unsubscribe === undefined
      ? {}
      : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
  return {
    send: () =>
      sendMail(mail, {
        to,
        subject: told.subject,
        text: asText(told, letter),
        html: asHtml(told, letter),
        // Not the id itself: replies carry this, and whoever knows the id may unsubscribe.
        messageId: `<${messageName(id)}@${host}>`,
        ...(incidentId === null ? {} : { inReplyTo: `<incident-${incidentId}@${host}>` }),
        headers,
        ...(payload.calendar === undefined ? {} : { calendar: payload.calendar }),
      }),
  };
}

function slackOf({ origin }: StoredContext, row: Row, told: Told): Attempt {
  const { place, secret, email, person_id: person, thread } = row;
  if (place === null || secret === null) return { drop: 'there is no channel' };
  const message = asSlack(told, origin);
  if (!('token' in secret)) return { send: () => sendSlack({ by: 'webhook', url: secret.url }, message) };
  const app = {
    by: 'token' as const,
    api: place.api ?? 'https://slack.com/api',
    token: secret.token,
    ...(thread === null ? {} : { thread }),
  };
  const to: SlackPlace = person === null ? { ...app, channel: place.channel ?? '' } : { ...app, email: email ?? '' };
  return { send: () => sendSlack(to, message) };
}

function webhookOf({ origin, now }: StoredContext, row: Row, { id }: Claimed, told: Told, about?: About): Attempt {
  const { outside, secret, kind, at, payload } = row;
  const isOutside = outside !== null && 'url' in outside;
  const url = isOutside ? outside.url : secret !== null && 'url' in secret ? secret.url : undefined;
  const key = isOutside ? outside.secret : secret !== null && 'key' in secret ? secret.key : undefined;
  if (url === undefined || key === undefined) return { drop: 'there is no channel' };
  const { subject, sentences, facts = [], link } = told;
  const data = {
    subject,
    sentences,
    facts: Object.fromEntries(facts),
    url: `${origin}${link.path}`,
    incident: about ?? null,
    values: payload.values,
  };
  const body = JSON.stringify({ type: kind, timestamp: at.toISOString(), data });
  return {
    send: () => sendWebhook({ url, secret: key, id: `msg_${id}`, body, publicOnly: isOutside }, Date.parse(now)),
  };
}

/** Makes what is sent, from things as they are now. */
export async function compose(context: StoredContext, claimed: Claimed): Promise<Attempt> {
  const row = await rowOf(context, claimed);
  if (row === undefined) return { drop: 'there is no such notice' };
  const kind = noticeKindNamed(row.kind);
  const values = kind?.values.safeParse(row.payload.values);
  if (kind === undefined || values?.success !== true) return { drop: 'this version does not know its kind' };
  const why = refusal(row, claimed);
  if (why !== undefined) return { drop: why };
  const about = aboutOf(row);
  const told = kind.tell(values.data, about);
  if (claimed.way === 'email') return mailOf(context, row, claimed, told);
  return claimed.way === 'slack' ? slackOf(context, row, told) : webhookOf(context, row, claimed, told, about);
}
