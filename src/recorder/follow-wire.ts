import {
  type BrotliDecompress,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from 'node:zlib';
import type { Transform } from 'node:stream';
import type { Call } from './call.ts';
import { eventReader } from './event-stream.ts';
import { endWaiting, followCalls, nothingKnown } from './follow-calls.ts';
import { type Line, lineSplitter } from './line-splitter.ts';
import { idOfEnds, messagesIn } from './message.ts';

/** One direction of one conversation, as its bytes are copied. */
export type Channel = {
  side: 'client' | 'server';
  /** How messages stand in it: a line each, the whole of it, or events. */
  framing: 'lines' | 'whole' | 'events';
  /** The conversation: ids are of one of these. What begins with `once:` ends with its answer. */
  connection: string;
  /** How HTTP compressed it. */
  encoding?: string;
  /** The channel of the request that this one answers, and with which status. */
  answers?: number;
  status?: number;
};

type Reader = Channel & {
  push: (bytes: Buffer) => void;
  gap: () => void;
  /** Ends it, once. */
  end: () => Promise<void>;
  ids: unknown[];
  /** When its latest bytes came. */
  atMs: number;
};

/** Longer messages are not parsed: what they carry is cut to some kilobytes anyway. */
const mostMessageBytes = 64 * 1024 * 1024;

const decoders: Record<string, () => Transform | BrotliDecompress> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** Follows all conversations of a tap, from copies of their bytes, and gives each tool call that ended. */
export function followWire(done: (call: Call) => void) {
  const known = nothingKnown();
  const readers = new Map<number, Reader>();
  const connections = new Map<string, ReturnType<typeof followCalls>>();
  const callsOf = (connection: string) => {
    let calls = connections.get(connection);
    if (calls === undefined) connections.set(connection, (calls = followCalls(done, known)));
    return calls;
  };

  function readText(reader: Reader, text: string): void {
    for (const message of messagesIn(text)) {
      const calls = callsOf(reader.connection);
      if (reader.side === 'client') {
        if (reader.framing === 'whole' && message.method !== undefined) reader.ids.push(message.id);
        calls.fromClient(message, reader.atMs);
      } else calls.fromServer(message, reader.atMs);
    }
  }

  function readLine(reader: Reader, line: Line, event: (line: string) => void): void {
    if ('head' in line) {
      const reason = `the answer of ${line.bytes} bytes was too long to be read`;
      const id = idOfEnds(line.head.replace(/^data: ?/, ''), line.tail);
      if (reader.side === 'server') callsOf(reader.connection).settle(id, reader.atMs, { outcome: 'ok', reason });
    } else if (reader.framing !== 'events') readText(reader, line.text);
    else for (const part of line.text.replace(/\r$/, '').split('\r')) event(part);
  }

  function decoded(channel: Channel, push: (bytes: Buffer) => void): Pick<Reader, 'push' | 'end'> {
    const decoder = decoders[channel.encoding ?? '']?.();
    if (decoder === undefined) return { push, end: async () => undefined };
    const over = new Promise<void>((resolve) => {
      decoder
        .on('data', push)
        .on('end', resolve)
        .on('error', () => resolve());
    });
    const write = (bytes: Buffer) => void (decoder.destroyed || decoder.write(bytes));
    return { push: write, end: () => (decoder.writableEnded || decoder.end(), over) };
  }

  return {
    open(number: number, channel: Channel): void {
      const event = eventReader((name, data) => {
        // The transport of 2024 names its conversation in the first event.
        const session = name === 'endpoint' ? /[?&]session_?id=([^&#\s]+)/i.exec(data)?.[1] : undefined;
        if (session !== undefined) reader.connection = `session:${session}`;
        else readText(reader, data);
      });
      const onLine = (line: Line) => readLine(reader, line, event);
      const lines = lineSplitter(onLine, mostMessageBytes, { isOne: channel.framing === 'whole' });
      const { push, end } = decoded(channel, (bytes) => lines.push(bytes));
      const reader: Reader = {
        ...channel,
        ids: [],
        atMs: 0,
        push,
        gap: () => lines.gap(),
        end: () => end().then(() => lines.end()),
      };
      readers.set(number, reader);
    },
    bytes(number: number, bytes: Buffer, atMs: number): void {
      const reader = readers.get(number);
      if (reader === undefined) return;
      reader.atMs = atMs;
      reader.push(bytes);
    },
    gap: (number: number): void => readers.get(number)?.gap(),

    async closed(number: number, atMs: number, { wasCut }: { wasCut: boolean }): Promise<void> {
      const reader = readers.get(number);
      await reader?.end();
      if (reader?.answers === undefined) return;
      readers.delete(number);
      const asking = readers.get(reader.answers);
      // An answer may come before the whole request was sent.
      await asking?.end();
      readers.delete(reader.answers);
      const { connection, status = 200 } = reader;
      const calls = connections.get(asking?.connection ?? connection);
      if (status >= 400)
        for (const id of asking?.ids ?? [])
          calls?.settle(id, atMs, { outcome: 'protocol error', reason: `HTTP status ${status}` });
      if (asking === undefined || !asking.connection.startsWith('once:')) return;
      calls?.end(
        atMs,
        wasCut ? 'cancelled' : 'no answer',
        wasCut ? 'the client went away' : 'the answer ended without a result',
      );
      connections.delete(asking.connection);
    },

    async end(atMs: number, reason: string): Promise<void> {
      await Promise.all([...readers.values()].map((reader) => reader.end()));
      for (const calls of connections.values()) calls.end(atMs, 'no answer', reason);
      endWaiting(known, done, atMs);
    },
  };
}
