import type { ShownPoll } from '../../../src/operations/poll/show.ts';
import { call } from '../../api/call.ts';
import { Problem, problemOf } from '../../api/problem.ts';
import { words } from '../../words/reviewing.ts';
import { blind, unblinded } from './blind.ts';

type Poll = NonNullable<ShownPoll['poll']>;

/** A ballot as this browser keeps it until it is used: without `signature` it was not signed yet. */
type Kept = { random: string; blinded: string; unblind: string; signature?: string };

const nameOf = (poll: Poll): string => `hindcast-ballot:${poll.id}`;
const textOf = (poll: Poll, random: string): string => `hindcast-poll:${poll.id}:${random}`;

function keptOf(poll: Poll): Kept | undefined {
  const text = localStorage.getItem(nameOf(poll));
  return text === null || text === 'used' ? undefined : (JSON.parse(text) as Kept);
}

/** Whether this browser has used its ballot. */
export const isUsed = (poll: Poll): boolean => localStorage.getItem(nameOf(poll)) === 'used';
/** Whether this browser holds a ballot that was not used. */
export const hasBallot = (poll: Poll): boolean => keptOf(poll) !== undefined;
/** Whether the browser can make one: it needs an encrypted connection. */
// oxlint-disable-next-line typescript/no-unnecessary-condition -- absent on plain http, whatever the types say
export const canVote = (): boolean => globalThis.crypto?.subtle !== undefined;

/**
 * Makes a ballot, has the server sign it without seeing it, and keeps it here. It is kept before it is sent, so that a lost answer of
 * the server costs nobody their voice.
 */
export async function takeBallot(incident: string, poll: Poll): Promise<void> {
  const before = keptOf(poll);
  if (before?.signature !== undefined) return;
  const random =
    before?.random ??
    [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const made = before ?? { random, ...(await blind(textOf(poll, random), poll.key)) };
  localStorage.setItem(nameOf(poll), JSON.stringify(made));
  const { signature: signed } = await call<{ signature: string }>('poll.ballot', { incident, blinded: made.blinded });
  const signature = await unblinded(textOf(poll, random), poll.key, { unblind: made.unblind, signature: signed });
  if (signature === undefined) throw new Problem('browser', 0, words.meeting.poll.failed, {});
  localStorage.setItem(nameOf(poll), JSON.stringify({ ...made, signature }));
}

/** Sends the ballot back with its answers, without the session. @throws Problem */
export async function useBallot(poll: Poll, answers: Record<string, string>): Promise<void> {
  const kept = keptOf(poll);
  if (kept?.signature === undefined) throw new Problem('browser', 0, words.meeting.poll.elsewhere, {});
  const response = await fetch(`/polls/${poll.id}/answers`, {
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ random: kept.random, signature: kept.signature, answers }),
  });
  if (!response.ok) throw await problemOf(response);
  localStorage.setItem(nameOf(poll), 'used');
}
