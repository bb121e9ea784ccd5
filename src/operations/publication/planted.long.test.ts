import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { builtinTemplates } from '../../templates/index.ts';
import { readDocument } from '../document/read.ts';
import { namesOf } from './names.ts';
import { numbersFrom, type Planted, plantedRecord } from './planted.fixture.ts';
import { publicVersion, type Redacted } from './public-version.ts';

const template = builtinTemplates().find(({ name }) => name === 'enterprise');
assert.ok(template !== undefined);
const at = '2026-04-01T00:00:00Z';
const none = { accepted: [], redacted: [] };

const escaped = (text: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_])${text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)}(?![\\p{L}\\p{N}_])`, 'u');
/** The words of a link stay, its address goes. */
const wordsOf = ({ text }: Planted): string => /\((http[^)]*)\)/.exec(text)?.[1] ?? text;

/** What of the planted is on the page although the report shows nothing of it. */
function unseen({ html, markdown, suspects }: Redacted, planted: Planted[]): Planted[] {
  return planted.filter((one) => {
    const text = wordsOf(one);
    const isThere = escaped(text).test(markdown) || escaped(text).test(html);
    const open = suspects.map((suspect) => suspect.text);
    // A suspicion shows a thing when it holds it, or any part of it by which a person sees it.
    return isThere && !open.some((shown) => shown.includes(text) || (shown.length > 2 && text.includes(shown)));
  });
}

const said = (count: number, of: number) => `${count} of ${of} (${((100 * count) / of).toFixed(1)} %)`;

test('of 500 documents with planted names, hosts, customers, tokens and links, nothing reaches the page unseen', async (t) => {
  const missed: string[] = [];
  const tally = { planted: 0, shown: 0, right: 0 };
  for (let seed = 1; seed <= 500; seed += 1) {
    const { record, planted } = plantedRecord(seed);
    const redaction = { names: namesOf(record, []), publicHosts: [], costs: false };
    const version = await publicVersion({ record, template, at, number: seed }, redaction, none);
    for (const { kind, text } of unseen(version, planted)) missed.push(`${seed}: ${kind} ${text}`);
    tally.planted += planted.length;
    const heard = version.suspects.filter(({ kind }) => !kind.startsWith('is a section'));
    tally.shown += heard.length;
    const isRight = (text: string) => planted.some((one) => one.text.includes(text) || text.includes(one.text));
    tally.right += heard.filter(({ text }) => isRight(text)).length;
    if (seed % 5 > 0) continue;
    // All of it taken out by a person: nothing planted is left.
    const redacted = version.suspects.map(({ id }) => id);
    const clean = await publicVersion({ record, template, at, number: seed }, redaction, { accepted: [], redacted });
    for (const { kind, text } of planted)
      if (escaped(wordsOf({ kind, text })).test(clean.html))
        missed.push(`${seed}: ${kind} ${text}, taken out and there`);
  }
  assert.deepEqual(missed, []);
  t.diagnostic(`${tally.planted} planted; ${said(tally.shown - tally.right, tally.shown)} suspicions are false alarms`);
  assert.ok(tally.planted > 5000);
  assert.ok(tally.shown - tally.right <= 0.15 * tally.shown, said(tally.shown - tally.right, tally.shown));
});

const corpus = new URL('../../../../shared/corpus/A/', import.meta.url);
const skip = existsSync(corpus) ? false : 'skipped: no corpus';

test('the same in real documents of others, read and planted', { skip }, async (t) => {
  const files = globSync('**/*.md', { cwd: corpus }).toSorted();
  const missed: string[] = [];
  const tally = { planted: 0, shown: 0, words: 0, documents: 0 };
  for (const [index, file] of files.entries()) {
    const source = readFileSync(new URL(file, corpus), 'utf8');
    if (source.length > 200_000) continue;
    const { record } = readDocument(source, { templates: builtinTemplates(), now: at });
    const own = plantedRecord(10_000 + index);
    const pick = numbersFrom(index);
    const planted = own.planted.filter(({ kind }) => kind !== 'name').slice(0, 6);
    const text = `${record.summary?.text ?? 'It failed.'}\n\n${planted.map((one) => `Then ${one.text} was seen.`).join(pick() < 0.5 ? ' ' : '\n')}`;
    const whole = { ...record, roles: own.record.roles, summary: { ...record.summary, text } };
    const redaction = { names: namesOf(whole, []), publicHosts: [], costs: false };
    const version = await publicVersion({ record: whole, template, at, number: index }, redaction, none);
    for (const one of unseen(version, planted)) missed.push(`${file}: ${one.kind} ${one.text}`);
    tally.documents += 1;
    tally.planted += planted.length;
    tally.words += version.markdown.split(/\s+/).length;
    tally.shown += version.suspects.length - planted.length;
  }
  assert.deepEqual(missed, []);
  t.diagnostic(
    `${tally.documents} documents, ${tally.planted} planted; ${((1000 * tally.shown) / tally.words).toFixed(1)} suspicions per 1,000 words`,
  );
});
