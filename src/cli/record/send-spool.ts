import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { addEvidence } from '../../operations/evidence/add.ts';
import { recordingAs } from '../../operations/evidence/recording.ts';
import { HindcastError } from '../../operations/errors.ts';
import { storedOperations } from '../../operations/stored.ts';
import { recordSteps } from '../../operations/part/record-steps.ts';
import { commandLog } from '../../recorder/shell/command-log.ts';
import {
  type Header,
  readHeader,
  readLines,
  readSent,
  removeSpool,
  type Sent,
  writeSent,
} from '../../recorder/spool.ts';
import { callServer } from '../client/call-server.ts';
import type { Connection } from '../client/connection.ts';
import { ServerProblem } from '../client/server-problem.ts';

/** What became of sending a spool: how many entries the server has now, and why the rest stays. */
export type Delivery = { sent: number; stopped?: 'away' | 'refused'; reason?: string };

type Entry = { key: string; step?: unknown };

/** Steps of one request. */
const mostSteps = 100;

const entriesIn = (lines: string[]): Entry[] =>
  lines.flatMap((line): Entry[] => {
    try {
      return [JSON.parse(line) as Entry];
    } catch {
      return [];
    }
  });

/** Sends what was written since the last time, in order; each request has a key of its own, so that it happens once. */
async function sendSteps(connection: Connection, file: string, header: Header, begin: number): Promise<Sent> {
  let sent = readSent(file);
  if (sent.position < begin) sent = { position: begin, entries: 0 };
  for (;;) {
    const { lines, position } = readLines(file, sent.position);
    if (position === sent.position) return sent;
    const steps = entriesIn(lines).flatMap(({ key, step }) => (step === undefined ? [] : [{ key, step }]));
    for (let from = 0; from < steps.length; from += mostSteps) {
      const some = steps.slice(from, from + mostSteps);
      const key = `${some[0]?.key}.${some.at(-1)?.key}`;
      await callServer(connection, recordSteps, { incident: header.incident, steps: some }, { key });
    }
    sent = { position, entries: sent.entries + lines.length };
    writeSent(file, sent);
  }
}

/** What comes when a session is over: the commands of a shell as one appendix, and the spool itself as evidence. */
async function finish(
  connection: Connection,
  file: string,
  { incident, session, kind, command }: Header,
): Promise<void> {
  const addAppendix = storedOperations.find(({ name }) => name === 'appendices.add');
  const text = kind === 'shell' ? commandLog(file) : '';
  if (text !== '' && addAppendix !== undefined) {
    const entry = { title: 'Commands and Logs', text };
    await callServer(connection, addAppendix, { incident, entry }, { key: `${session}.commands` });
  }
  const bytes = await openAsBlob(file);
  const attached = recordingAs(path.basename(file), command);
  await callServer(connection, addEvidence, { incident, ...attached }, { key: `${session}.evidence`, bytes });
  removeSpool(file);
}

/** Whether a later attempt may end otherwise. */
function isAway(error: unknown): boolean {
  if (error instanceof ServerProblem) return error.status >= 500 || error.status === 429 || error.status === 408;
  return error instanceof HindcastError && error.code === 'client.unreachable';
}

/**
 * Sends what a spool holds and the server does not have; all of it, with the evidence, when the session is over: then the spool goes.
 * @param incident where it goes instead of the incident that it was recorded for
 */
export async function sendSpool(
  connection: Connection,
  file: string,
  { isOver, incident }: { isOver: boolean; incident?: string | undefined },
): Promise<Delivery> {
  const found = readHeader(file);
  if (found === undefined) return { sent: 0, stopped: 'refused', reason: `${file} is no recording` };
  const header = { ...found.header, ...(incident === undefined ? {} : { incident }) };
  try {
    const { entries } = await sendSteps(connection, file, header, found.position);
    if (isOver) await finish(connection, file, header);
    return { sent: entries };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { sent: readSent(file).entries, stopped: isAway(error) ? 'away' : 'refused', reason };
  }
}
