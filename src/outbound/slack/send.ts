import type { Ending } from '../ending.ts';
import { type Answer, post, PostError } from '../post.ts';

/** A message as Block Kit has it; `text` is what a notification shows. */
export type SlackText = { text: string; blocks: readonly object[] };

/** An incoming webhook, or a channel or person (by e-mail address) that an app posts to. */
export type SlackPlace =
  | { by: 'webhook'; url: string }
  | { by: 'token'; api: string; token: string; channel: string; thread?: string }
  | { by: 'token'; api: string; token: string; email: string; thread?: string };

/** They say that nothing was posted and that it may be tried again. */
const passing = new Set(['ratelimited', 'rate_limited', 'service_unavailable', 'team_added_to_org', 'request_timeout']);
/** "It's possible some aspect of the operation succeeded." */
const doubtful = new Set(['fatal_error', 'internal_error']);

const json = { 'content-type': 'application/json; charset=utf-8' };

/** What a status says before anybody looks at the body; undefined for one that says nothing. */
function ofStatus({ status, text, retryAfterMs }: Answer): Ending | undefined {
  const problem = `Slack answered ${status}${text.trim() === '' ? '' : `: ${text.trim().slice(0, 200)}`}`;
  if (status === 429) return { end: 'again', problem, afterMs: retryAfterMs ?? 30_000, away: true };
  if (status === 500 || status === 503) return { end: 'again', problem };
  // Of a gateway: what is behind it may have posted the message.
  if (status > 500) return { end: 'unknown', problem };
  return undefined;
}

function ofError(error: unknown): Ending {
  if (!(error instanceof PostError)) throw error;
  if (error.reached) return { end: 'unknown', problem: `${error.message}: the message may have been posted` };
  return { end: 'again', problem: error.message, away: true };
}

async function byWebhook(url: string, message: SlackText): Promise<Ending> {
  const answer = await post({ url, headers: json, body: JSON.stringify(message) });
  if (answer.status === 200) return { end: 'sent' };
  const problem = `Slack answered ${answer.status}: ${answer.text.trim().slice(0, 200)}`;
  return ofStatus(answer) ?? { end: 'refused', problem };
}

type Said = { ok?: boolean; error?: string; ts?: string; user?: { id?: string } };

function saidBy({ text }: Answer): Said {
  try {
    return JSON.parse(text) as Said;
  } catch {
    return { ok: false, error: 'its answer is not JSON' };
  }
}

function notOk({ error = 'no reason' }: Said, posted: boolean): Ending {
  const problem = `Slack says ${error}`;
  if (passing.has(error)) return { end: 'again', problem };
  return { end: posted && doubtful.has(error) ? 'unknown' : doubtful.has(error) ? 'again' : 'refused', problem };
}

async function personOf(place: { api: string; token: string; email: string }): Promise<string | Ending> {
  const answer = await post({
    url: `${place.api}/users.lookupByEmail`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Bearer ${place.token}` },
    body: new URLSearchParams({ email: place.email }).toString(),
  });
  const said = saidBy(answer);
  return said.ok === true && said.user?.id !== undefined ? said.user.id : (ofStatus(answer) ?? notOk(said, false));
}

/** Posts a message. @returns `unknown` when it was sent and no answer came: Slack has no way to say it once only. */
export async function sendSlack(place: SlackPlace, message: SlackText): Promise<Ending> {
  if (place.by === 'webhook') return byWebhook(place.url, message).catch(ofError);
  let channel = '';
  try {
    const found = 'channel' in place ? place.channel : await personOf(place);
    if (typeof found !== 'string') return found;
    channel = found;
  } catch (error) {
    // Nothing but a question was sent.
    const ending = ofError(error);
    return ending.end === 'unknown' ? { end: 'again', problem: ending.problem } : ending;
  }
  const thread = place.thread === undefined ? {} : { thread_ts: place.thread };
  try {
    const answer = await post({
      url: `${place.api}/chat.postMessage`,
      headers: { ...json, authorization: `Bearer ${place.token}` },
      body: JSON.stringify({ channel, ...thread, unfurl_links: false, ...message }),
    });
    const said = saidBy(answer);
    if (said.ok === true) return { end: 'sent', ...(said.ts === undefined ? {} : { as: said.ts }) };
    return ofStatus(answer) ?? notOk(said, true);
  } catch (error) {
    return ofError(error);
  }
}
