import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { reasonOf } from '../../operations/errors.ts';
import { type Copies, copiesTo, type Told, wallMs } from '../../recorder/copies.ts';
import { redactWords, secretsOf } from '../../recorder/redact.ts';
import type { Header } from '../../recorder/spool.ts';
import { type Connection, connectionOf, serverUrl } from '../client/connection.ts';
import type { Start } from './thread.ts';

/** A session that is recorded, by a thread of its own: nothing that it does keeps a byte waiting. */
export type Recording = {
  copies: Copies;
  /** A command of a shell. */
  command: (command: object) => void;
  /** Ends the session, and gives what is to be said of it. Never fails, and never takes longer than some seconds. */
  end: (reason: string) => Promise<string>;
};

/** For a thread that hangs. What it has to keep is written first; what it sends then has a limit of its own. */
const lastWordsMs = 30_000;

/**
 * Copies wait so long for others, and go to the thread together: one that is woken for each takes the processor from those who wait
 * for the answer. A recorder that is killed loses as much.
 */
const togetherMs = 20;

/** Where recordings wait for their server: HINDCAST_SPOOL, else the user's folder for state. */
export const spoolFolder = (env: NodeJS.ProcessEnv): string =>
  env['HINDCAST_SPOOL'] ||
  path.join(env['XDG_STATE_HOME'] || path.join(os.homedir(), '.local', 'state'), 'hindcast', 'recorder');

/** The server to send to; undefined when nobody has signed in: then recordings wait. @throws HindcastError `server.setting` */
export function recordingConnection(env: NodeJS.ProcessEnv, server: string | undefined): Connection | undefined {
  const chosen = server === undefined ? env : { ...env, HINDCAST_URL: serverUrl(server, '--server') };
  try {
    return connectionOf(chosen);
  } catch {
    return undefined;
  }
}

const letter = (value: number): string => String.fromCharCode(97 + (value % 26));

/** Names a session: in the order of time, and of letters only, which nothing takes for a number that has to be masked. */
function sessionName(epochMs: number, random: Uint8Array): string {
  const time = Array.from({ length: 9 }, (_, index) => letter(Math.floor(epochMs / 26 ** (8 - index))));
  return [...time, '-', ...Array.from(random, letter)].join('');
}

/** Begins a session. */
export function startRecording(
  { incident, kind, command }: Pick<Header, 'incident' | 'kind' | 'command'>,
  connection: Connection | undefined,
  env: NodeJS.ProcessEnv,
): Recording {
  const startedAt = new Date();
  const session = sessionName(startedAt.getTime(), randomBytes(12));
  const secrets = secretsOf(env);
  const shown = redactWords(command.slice(0, 100), secrets);
  const about = { session, incident, kind, command: shown, pid: process.pid, startedAt: startedAt.toISOString() };
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const workerData: Start = {
    folder: spoolFolder(env),
    header: { recording: 1, ...about },
    secrets,
    connection,
    taken,
  };
  let note = '';
  const thread = new Worker(new URL('thread.ts', import.meta.url), { workerData });
  const ended = new Promise<void>((resolve) => {
    thread.on('message', (text: string) => {
      note = text;
      resolve();
    });
    thread.on('error', (error) => {
      note = `hindcast: recording stopped: ${reasonOf(error)}. The command was not touched.\n`;
      resolve();
    });
  });
  let [waiting, buffers, timer]: [Told[], ArrayBuffer[], NodeJS.Timeout | undefined] = [[], [], undefined];
  const hand = (): void => {
    clearTimeout(timer);
    thread.postMessage(waiting, buffers);
    [waiting, buffers, timer] = [[], [], undefined];
  };
  const post = (told: Told, transfer: ArrayBuffer[] = []): void => {
    waiting.push(told);
    buffers.push(...transfer);
    timer ??= setTimeout(hand, togetherMs);
  };
  return {
    copies: copiesTo(post, taken),
    command: (entry) => post({ kind: 'command', text: JSON.stringify(entry) }),
    end: async (reason) => {
      post({ kind: 'end', atMs: wallMs(), reason });
      hand();
      const late = new Promise<void>((resolve) => void setTimeout(resolve, lastWordsMs).unref());
      await Promise.race([ended, late]);
      await thread.terminate();
      return note;
    },
  };
}
