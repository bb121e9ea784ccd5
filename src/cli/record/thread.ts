import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf } from '../../operations/errors.ts';
import type { Told } from '../../recorder/copies.ts';
import { followWire } from '../../recorder/follow-wire.ts';
import { keepEntries } from '../../recorder/keep-entries.ts';
import { type Header, openSpool } from '../../recorder/spool.ts';
import { inBackground } from './background.ts';
import type { Connection } from '../client/connection.ts';
import { noteOf } from './note.ts';

/** What the recording thread is started with. */
export type Start = {
  folder: string;
  header: Header;
  secrets: string[];
  connection: Connection | undefined;
  /** Counts the bytes that were followed. */
  taken: Int32Array;
};

/** A session may keep so much; what comes after is counted and said. */
const mostSpoolBytes = 256 * 1024 * 1024;
/** So long the end of a session waits for its server: the one who waits is the agent's client. */
const patienceMs = 1000;

// On Linux this is of the calling thread alone: what it has to mask never takes the processor from who waits for an answer.
if (process.platform === 'linux') os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);

const start = workerData as Start;
const { folder, header, secrets, connection, taken } = start;
const sending = inBackground(connection, folder);
const entries = keepEntries(
  async () => {
    const { maskText } = await import('../../masking/index.ts');
    const command = JSON.parse((await maskText(JSON.stringify(header.command))).text) as string[];
    const spool = openSpool(folder, { ...header, command }, mostSpoolBytes);
    sending.begin(spool.file);
    return spool;
  },
  header.session,
  secrets,
  () => sending.soon(),
);
const wire = followWire(entries.keepCall);
const closing = new Set<Promise<void>>();

async function end(atMs: number, reason: string): Promise<void> {
  await Promise.all(closing);
  await wire.end(atMs, reason);
  const { file, kept, leftOut, problem } = await entries.close();
  const why = problem === undefined ? undefined : reasonOf(problem);
  const sent = file === undefined ? undefined : await Promise.race([sending.finish(file), sleep(patienceMs)]);
  parentPort?.postMessage(noteOf({ header, folder, url: connection?.url, kept, leftOut, why, delivery: sent }));
}

function hear(told: Told): void {
  if (told.kind === 'open') wire.open(told.channel, told.about);
  else if (told.kind === 'gap') wire.gap(told.channel);
  else if (told.kind === 'command') entries.keep(JSON.parse(told.text) as object);
  else if (told.kind === 'end') void end(told.atMs, told.reason);
  else if (told.kind === 'bytes') {
    wire.bytes(told.channel, Buffer.from(told.bytes.buffer), told.atMs);
    Atomics.add(taken, 0, told.bytes.length);
  } else {
    const closed = wire.closed(told.channel, told.atMs, told).finally(() => closing.delete(closed));
    closing.add(closed);
  }
}

const waiting: Told[] = [];

/** Hears one thing at a time: what it sets going, such as the end of a request's body, is done before the next is heard. */
function hearNext(): void {
  const told = waiting.shift();
  if (told !== undefined) hear(told);
  if (waiting.length > 0) setImmediate(hearNext);
}

parentPort?.on('message', (together: readonly Told[]) => {
  const isIdle = waiting.length === 0;
  for (const told of together) waiting.push(told);
  if (isIdle) hearNext();
});
