import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { WebSocketServer } from 'ws';
import { openLine } from './line.ts';

for (const [what, jumpMs] of [
  ['set back by an hour', -3_600_000],
  ['set on while the laptop slept', 3_600_000],
] as const)
  test(`a line on which nothing comes is made anew, though the clock was ${what}`, async (context) => {
    context.mock.timers.enable({ apis: ['setInterval'] });
    let [clockMs, awakeMs] = [1_800_000_000_000, 0];
    context.mock.method(Date, 'now', () => clockMs);
    context.mock.method(performance, 'now', () => awakeMs);
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    context.after(() => server.close());
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const { promise: opened, resolve: open } = Promise.withResolvers<void>();
    const { promise: closed, resolve: close } = Promise.withResolvers<number>();
    const none = () => {};
    const hears = { opened: open, bytes: none, message: none, closed: (code: number) => (close(code), false) };
    const line = openLine(() => new WebSocket(`ws://127.0.0.1:${port}`), hears, 100);
    context.after(line.close);
    await opened;
    clockMs += jumpMs;
    if (jumpMs < 0) awakeMs += 60_000;
    context.mock.timers.tick(10_000);
    assert.equal(await closed, 1006);
  });
