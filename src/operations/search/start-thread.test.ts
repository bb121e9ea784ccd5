import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { Taxonomy } from '../../search/index.ts';
import type { SearchRow } from './searched-incident.ts';
import { type SearchThread, startSearchThread } from './start-thread.ts';

const taxonomy = Taxonomy.parse({});
const row = (number: number, title: string, text = ''): SearchRow => ({
  number: String(number),
  seq: '1',
  occurred: '2026-01-01',
  title,
  texts: [text, '', ''],
  services: [],
  groups: {},
  status: 'draft',
  severity: null,
  template: 'general',
});
const numbersOf = async (thread: SearchThread, words: string): Promise<number[]> => {
  const wish = { words, chosen: new Map(), hidden: [], from: 0, limit: 20, facets: [] };
  return (await thread.ask('search', wish)).numbers;
};
function started(t: TestContext, closed = new AbortController()): SearchThread {
  t.after(() => closed.abort());
  return startSearchThread(taxonomy, closed.signal);
}

test('a question sees what was put before it was asked, and not what is put later', async (t) => {
  const thread = started(t);
  void thread.put('newer', [row(1, 'Checkout is slow')]);
  const before = numbersOf(thread, 'slow ');
  void thread.put('newer', [row(2, 'Login is slow')]);
  const after = numbersOf(thread, 'slow ');
  assert.deepEqual([await before, await after], [[1], [2, 1]]);
});

test('what is older replaces nothing newer, whichever comes first', async (t) => {
  const thread = started(t);
  void thread.put('older', [row(1, 'Before'), row(2, 'Before')]);
  void thread.put('newer', [row(1, 'Afterwards')]);
  await thread.put('older', []);
  void thread.put('newer', [row(2, 'Afterwards')]);
  assert.deepEqual([await numbersOf(thread, 'before '), await numbersOf(thread, 'afterwards ')], [[], [2, 1]]);
  assert.equal(thread.kept().count - thread.kept().dead, 2);
});

test('a question does not wait for all that is older', async (t) => {
  const thread = started(t);
  await thread.put('newer', [row(1, 'Checkout')]);
  const words = Array.from({ length: 1000 }, (_, index) => `word${index}`).join(' ');
  let isPut = false;
  const put = thread
    .put(
      'older',
      Array.from({ length: 1000 }, (_, index) => row(index + 2, 'Old', words)),
    )
    .then(() => (isPut = true));
  assert.deepEqual(await numbersOf(thread, 'checkout '), [1]);
  assert.equal(isPut, false);
  await put;
  assert.equal(thread.kept().count, 1001);
});

test('a question that cannot be answered fails alone', async (t) => {
  const thread = started(t);
  await assert.rejects(thread.ask('search', undefined as never), /words/);
  await thread.put('newer', [row(1, 'Checkout')]);
  assert.deepEqual(await numbersOf(thread, 'checkout '), [1]);
});

test('what cannot be put ends the thread, which is heard of', async (t) => {
  const thread = started(t);
  await assert.rejects(thread.put('newer', [{ ...row(1, 'Odd'), texts: null as never }]), /begins anew/);
  assert.equal(thread.isOver(), true);
});

test('whoever waits when the thread ends hears of it, and so does who asks later', async (t) => {
  const thread = started(t);
  const asked = assert.rejects(numbersOf(thread, 'checkout '), /begins anew/);
  await thread.end();
  await asked;
  assert.equal(thread.isOver(), true);
  await assert.rejects(thread.put('newer', []), /begins anew/);
});

test('the end of the database ends the thread', async (t) => {
  const closed = new AbortController();
  const thread = started(t, closed);
  await thread.put('newer', [row(1, 'Checkout')]);
  closed.abort();
  await assert.rejects(numbersOf(thread, 'checkout '), /begins anew/);
  const late = startSearchThread(taxonomy, closed.signal);
  await assert.rejects(numbersOf(late, 'checkout '), /begins anew/);
});

test('a thread keeps no process alive', async () => {
  const script = `import('${new URL('start-thread.ts', import.meta.url).href}').then(async ({ startSearchThread }) => {
    await startSearchThread(${JSON.stringify(taxonomy)}, new AbortController().signal).put('newer', []);
    console.log('put');
  })`;
  const options = ['--disable-warning=ExperimentalWarning', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, options, { timeout: 60_000 });
  assert.equal(stdout, 'put\n');
});
