import type { Hono } from 'hono';
import assert from 'node:assert/strict';
import type { Caller } from './server.ts';

/** One event of a stream as a browser would give it. */
export type StreamEvent = { id: string; type: string; data: Record<string, unknown> };

/** A reader of the live feed. */
export type EventStream = {
  status: number;
  /** The id a browser would send again: also moved on by events without data. */
  lastId: () => string;
  /** The next so many events; fails when they do not come in time. */
  take: (count: number, withinMs?: number) => Promise<StreamEvent[]>;
  /** All events until none comes for a while. */
  rest: (quietMs?: number) => Promise<StreamEvent[]>;
  /** Resolves when the server has ended the stream. */
  ended: Promise<void>;
  end: () => Promise<void>;
};

function eventOf(block: string, lastId: string): { id: string; event?: StreamEvent } {
  const fields = new Map(
    block
      .split('\n')
      .filter((line) => !line.startsWith(':') && line !== '')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const id = fields.get('id') ?? lastId;
  const data = fields.get('data');
  if (data === undefined) return { id };
  return { id, event: { id, type: fields.get('event') ?? 'message', data: JSON.parse(data) as StreamEvent['data'] } };
}

/** Opens the feed as somebody, from `after` on. */
export async function streamed(
  app: Hono,
  caller: Pick<Caller, 'credentials'>,
  query = '',
  headers: Record<string, string> = {},
): Promise<EventStream> {
  const response = await app.request(`/api/v1/feed${query}`, { headers: { ...caller.credentials, ...headers } });
  const reader = response.body?.getReader();
  assert.ok(reader);
  const events: StreamEvent[] = [];
  let lastId = '';
  let arrived = () => {};
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for (let text = ''; ;) {
      const { value, done } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const { id, event } = eventOf(block, lastId);
        lastId = id;
        if (event !== undefined) events.push(event);
      }
      arrived();
    }
  };
  const ended = read().catch(() => {});
  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      arrived = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return {
    status: response.status,
    lastId: () => lastId,
    take: async (count, withinMs = 4000) => {
      for (const end = Date.now() + withinMs; events.length < count && Date.now() < end;) await wait(end - Date.now());
      assert.ok(events.length >= count, `${events.length} of ${count} events within ${withinMs} ms`);
      return events.splice(0, count);
    },
    rest: async (quietMs = 300) => {
      for (let before = -1; before !== events.length;) {
        before = events.length;
        await wait(quietMs);
      }
      return events.splice(0);
    },
    ended,
    end: async () => {
      await reader.cancel();
      await ended;
    },
  };
}
