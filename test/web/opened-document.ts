import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { type Browsing, browsing } from './browse.ts';
import type { Caller } from '../server/server.ts';

/** An incident that is open in a browser, and what the server has of it. */
export type Opened = {
  page: Page;
  id: string;
  /** The record on the server. */
  record: () => Promise<Record<string, Record<string, unknown>[]> & { incident: Record<string, unknown> }>;
  /** The same document in the browser of somebody else. */
  by: (caller: Caller) => Promise<Page>;
};

/** A server and a browser for the tests of one file, and what opens a document in them. */
export async function documents() {
  const found = await browsing();
  if ('reason' in found) return { skip: found.reason, open: undefined as never, browse: undefined as never };
  const browse: Browsing = found;
  const open = async (record: object, look = {}): Promise<Opened & { owner: Caller }> => {
    const owner = await browse.server.person('owner', 'Ann Example');
    const made = await owner.call('POST', '/incidents', { record, template: 'enterprise' });
    assert.equal(made.status, 201, made.text);
    const { key, id } = made.json as unknown as { key: string; id: string };
    const by = async (caller: Caller) => {
      const { page } = await browse.as(caller, look);
      page.setDefaultTimeout(30_000);
      await page.goto(`${browse.origin}/incidents/${key}`);
      await page.getByRole('grid', { name: 'Detection Phase' }).first().waitFor();
      return page;
    };
    const shown = async () => (await owner.call('GET', `/incidents/${id}`)).json['record'] as never;
    return { page: await by(owner), id, record: shown, by, owner };
  };
  return { skip: false as const, open, browse };
}

/** Waits until the server says so; what it said last when it does not. */
export async function eventually<Value>(read: () => Promise<Value>, expected: Value, withinMs = 20_000): Promise<void> {
  const end = Date.now() + withinMs;
  for (;;) {
    const value = await read();
    if (JSON.stringify(value) === JSON.stringify(expected) || Date.now() > end)
      return assert.deepEqual(value, expected);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** An event of the day of these tests, as the record has it. */
export const eventAt = (clock: string, text: string, more = {}) => ({
  written: clock,
  at: `2026-10-14T${clock}Z`,
  zone: 'UTC',
  precision: 'instant',
  phase: 'detection',
  text,
  ...more,
});
