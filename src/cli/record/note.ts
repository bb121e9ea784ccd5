import type { Header } from '../../recorder/spool.ts';
import { safe } from '../text/safe.ts';
import type { Delivery } from './send-spool.ts';

/** How a session ended, for the sentences about it. */
export type SessionEnd = {
  header: Header;
  folder: string;
  url: string | undefined;
  kept: number;
  leftOut: number;
  /** Why something was left out. */
  why: string | undefined;
  /** Absent when there was nothing to send, or no answer in time. */
  delivery: Delivery | void;
};

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What a person reads of a session that ended, line by line; nothing when nothing was recorded. */
export function noteOf({ header, folder, url, kept, leftOut, why, delivery }: SessionEnd): string {
  const { kind, incident, session } = header;
  const what = (count: number): string => counted(count, kind === 'shell' ? 'command' : 'tool call');
  const lines: string[] = [];
  if (leftOut > 0) lines.push(`${what(leftOut)} could not be recorded: ${why ?? 'no reason is known'}.`);
  if (kept > 0 && delivery?.stopped === undefined && delivery !== undefined)
    lines.push(`${what(kept)} recorded in ${incident}.`);
  else if (kept > 0 && delivery?.stopped === 'refused')
    lines.push(
      `${url} refused what was recorded for ${incident}: ${delivery.reason ?? ''}. It is kept in ${folder}/${session}.jsonl; ` +
        '`hindcast record --flush --incident OTHER` sends it to another incident.',
    );
  else if (kept > 0)
    lines.push(
      `${what(kept)} recorded, not yet sent: ${url === undefined ? 'nobody is signed in to a server (`hindcast login URL`)' : `${url} could not be reached in time`}. ` +
        `Kept in ${folder}; the next \`hindcast record\` sends them, or now: hindcast record --flush`,
    );
  return lines.map((line) => `hindcast: ${safe(line)}\n`).join('');
}
