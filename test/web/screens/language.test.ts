import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { appScreens } from '../../../src/http/web/screens.ts';
import { milestones } from '../../../src/record/milestone.ts';
import { english } from '../../../web/words/english.ts';
import { accented } from '../../../web/words/languages/en-XA.ts';
import { furnished } from './furnished.ts';
import { isTimeOver } from './sweep.ts';
import { screenList, type Told } from './screen-list.ts';

const started = await furnished();
const skip = 'reason' in started ? started.reason : false;
const only = process.env['SCREEN'];
const ofApp = new Set(appScreens.map(({ path }) => path));
const shownHere = screenList.filter(
  ({ name, route, open }) => ofApp.has(route) && open !== true && (only === undefined || name.startsWith(only)),
);

const told: Told = (words) =>
  (typeof words === 'string' ? accented(words) : new RegExp(accented(words.source), words.flags)) as typeof words;

/** In the page: every text that is seen or heard, but for code and what is being written. */
const textsShown = `(() => {
  const found = [];
  const isQuiet = (element) => element.closest('code, pre, kbd, .cm-editor, textarea, [contenteditable]') !== null;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
    if (!isQuiet(text.parentElement) && (text.parentElement.closest('select') ?? text.parentElement).checkVisibility()) found.push(text.data);
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    if (!isQuiet(element) && element.checkVisibility())
      found.push(...['aria-label', 'title', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []));
  return found;
})()`;

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ');

/** What is the same in every language: names of settings and files, addresses, hashes, keys, and what `Intl` gives for English. */
const same = [
  /https?:\S+|INC-\d+|\S+@\S+|[\w-]+(?:[./][\w-]+)+…?|[0-9a-f-]{8,}/gi,
  /\b(?:Ctrl|Alt|Shift|Enter|Escape|GMT|UTC|(?:Jan|Febr)(?:uary)?|Feb|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|(?:Sept|Nov|Dec)(?:em)?(?:ber)?|Sep|Oct(?:ober)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/g,
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/g,
  /\d+/g,
];
const withoutSame = (text: string): string => same.reduce((left, pattern) => left.replaceAll(pattern, ' '), text);

/** What people wrote, what templates call their parts, and names that are the same in every language. */
const written = plain(
  withoutSame(
    [
      readFileSync(new URL('../../../examples/checkout-outage/postmortem.md', import.meta.url), 'utf8'),
      ...globSync('./furnish*.ts', { cwd: import.meta.dirname }).map((file) =>
        readFileSync(path.join(import.meta.dirname, file), 'utf8'),
      ),
      readFileSync(new URL('./screen-list.ts', import.meta.url), 'utf8'),
      ...globSync('../../../src/templates/builtin/*.md', { cwd: import.meta.dirname }).map((file) =>
        readFileSync(path.join(import.meta.dirname, file), 'utf8'),
      ),
      // How sources are set up is documentation, which is in English.
      ...globSync('../../../src/sources/*/README.md', { cwd: import.meta.dirname }).map((file) =>
        readFileSync(path.join(import.meta.dirname, file), 'utf8'),
      ),
      // Rules of clocks say what their law says, and a team changes them: they are data.
      ...globSync('../../../src/clocks/builtin/*.ts', { cwd: import.meta.dirname }).map((file) =>
        readFileSync(path.join(import.meta.dirname, file), 'utf8'),
      ),
      ...milestones,
      ...Object.keys(english.figures.names),
      'Europe/Berlin. Linux. Chromium. USD.',
      // What a source tells is in the language of its page, and rules have the names that their team gives them.
      'Alert PaymentErrors (payments) fired: PaymentErrors on payments. Alert DiskAlmostFull (search) fired.',
      'DiskAlmostFull on search. The same alert. The same service.',
      // What is proposed in place of a sentence is in the language of the document.
      'A team member. (host removed).',
      'Jonas had not noticed the pool size in review because …',
    ].join(' '),
  ),
);

/** Runs of words without an accent that nobody wrote: texts that do not come from the catalogue. */
function foreignTo(text: string): string[] {
  return withoutSame(text)
    .split(/\S*[À-ž]\S*|[:;,()“”"]| [-·–] /)
    .map((run) => plain(run).trim())
    .filter((run) => /[a-z]{3}/.test(run) && !seen.has(run) && (seen.add(run), !written.includes(run)));
}
const seen = new Set<string>();

test(
  'in another language every text of every screen comes from its catalogue, or was written by somebody',
  { skip, timeout: 2_400_000 },
  async (context) => {
    if ('reason' in started) return;
    const foreign: string[] = [];
    const left: string[] = [];
    for (const shown of shownHere) {
      if (isTimeOver()) {
        left.push(shown.name);
        continue;
      }
      try {
        await started.visit(shown, { width: 1280, height: 900, language: 'en-XA', told }, async (page: Page) => {
          assert.equal(await page.evaluate('document.documentElement.lang'), 'en-XA');
          const texts = await page.evaluate<string[]>(textsShown);
          foreign.push(...texts.flatMap(foreignTo).map((run) => `${shown.name}: ${run}`));
        });
      } catch (error) {
        foreign.push(`${shown.name}: ${String(error).slice(0, 300)}`);
      }
    }
    if (process.env['SEEN']) console.log([...seen].join(' | '));
    assert.deepEqual([...new Set(foreign)], []);
    if (left.length > 0) context.skip(`no time was left for ${left.length} screens: ${left.join(', ')}`);
  },
);
