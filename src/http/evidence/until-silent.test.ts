import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { untilSilent } from './until-silent.ts';

const chunk = new Uint8Array([1]);

test('a sender that pauses is waited for, and one that falls silent is given up', async () => {
  let told: unknown;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await sleep(30);
      if (seen < 3) controller.enqueue(chunk);
      else await new Promise(() => undefined);
    },
    cancel: (reason) => void (told = reason ?? 'cancelled'),
  });
  let seen = 0;
  await assert.rejects(async () => {
    for await (const each of untilSilent(body, 200)) seen += each.length;
  }, /nothing came for 0.2 s/);
  assert.equal(seen, 3);
  assert.equal(told, 'cancelled');
});

test('who stops reading lets the sender know', async () => {
  let told = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(chunk),
    cancel: () => void (told = true),
  });
  for await (const _ of untilSilent(body)) break;
  assert.ok(told);
});
