import type { Answer, Desk, Self } from '../../mcp/desk.ts';
import { showSelf } from '../../operations/people/self.ts';
import { callServer } from '../client/call-server.ts';
import type { Connection } from '../client/connection.ts';

/** What a token may do is asked anew after so long: it may have ended, or its maker's role have changed. */
const selfKeptMs = 60_000;

/** The way to the operations of a server, over its REST API. */
export function deskOf(connection: Connection): Desk {
  let self: { answer: Promise<Self>; atMs: number } | undefined;
  const askSelf = async (): Promise<Self> => (await callServer(connection, showSelf, {})).json as Self;
  return {
    self: () => {
      if (self !== undefined && performance.now() - self.atMs < selfKeptMs) return self.answer;
      const asked = { answer: askSelf(), atMs: performance.now() };
      self = asked;
      asked.answer.catch(() => {
        if (self === asked) self = undefined;
      });
      return asked.answer;
    },
    call: async (operation, input, signal): Promise<Answer> => {
      const { json, bytes } = await callServer(connection, operation, input, { signal });
      return bytes === undefined ? { value: json } : { content: bytes, format: String(input['format'] ?? 'md') };
    },
  };
}
