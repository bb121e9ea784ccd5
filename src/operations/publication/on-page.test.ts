import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PostmortemRecord } from '../../record/record.ts';
import { builtinTemplates } from '../../templates/index.ts';
import { namesOf } from './names.ts';
import { withoutTaken, wordsShown } from './on-page.ts';
import { publicVersion } from './public-version.ts';
import { redactText } from './redact-text.ts';

const template = builtinTemplates().find(({ name }) => name === 'enterprise');
assert.ok(template !== undefined);
const at = '2026-04-01T00:00:00Z';
const roles = [{ role: 'Incident Commander', name: 'Jane Doe' }];
const version = (
  record: PostmortemRecord,
  decisions: { accepted?: string[]; redacted?: string[] } = {},
  more: { never?: string[]; slug?: string } = {},
) =>
  publicVersion(
    { record: { ...record, roles }, template, at, number: 1, slug: more.slug },
    { names: namesOf({ roles }, [], more.never), publicHosts: [], costs: false },
    { accepted: [], redacted: [], ...decisions },
  );
const shownIn = (html: string) => html.slice(html.indexOf('<title>')).replaceAll(/<style.*?<\/style>|<[^>]+>/gs, '');

test('what formatting hides is taken out of text, title and address when a person says so', async () => {
  const record = {
    incident: { title: 'Checkout J**an**e D*o*e' },
    summary: { text: 'J**an**e D*o*e and db**-pr**od-03 10\\.0\\.12\\.7 fixed it' },
  };
  const first = await version(record);
  const open = new Set(first.suspects.map(({ text }) => text));
  for (const text of ['Jane Doe', '10.0.12.7', 'db-prod-03']) assert.ok(open.has(text), text);
  const clean = await version(record, { redacted: first.suspects.map(({ id }) => id) });
  assert.deepEqual(
    clean.suspects.filter(({ decision }) => decision === 'open'),
    [],
  );
  for (const text of [shownIn(clean.html), clean.title, clean.slug, wordsShown(clean.markdown)])
    assert.doesNotMatch(text, /Jane|Doe|j-an|10\.0|prod-03|od-03/i);
});

test('what is still on the page is open, whatever was decided', async () => {
  const record = { incident: { title: 'Checkout' } };
  const first = await version(record, {}, { slug: 'checkout-jane-doe' });
  assert.deepEqual(
    first.suspects.map(({ text, place }) => [text, place]),
    [['jane-doe', 'page']],
  );
  const redacted = first.suspects.map(({ id }) => id);
  const again = await version(record, { redacted }, { slug: 'checkout-jane-doe' });
  assert.deepEqual(
    again.suspects.map(({ decision }) => decision),
    ['open'],
  );
  const accepted = await version(record, { accepted: redacted }, { slug: 'checkout-jane-doe' });
  assert.deepEqual(
    accepted.suspects.map(({ decision }) => decision),
    ['accepted'],
  );
});

test('escapes, references and emphasis hide nothing from the report', async () => {
  const cases: [string, RegExp][] = [
    ['J&#97;ne D&#111;e did', /Jane|Doe/],
    ['at 10&#46;0&#46;12&#46;7', /10\.0/],
    ['mail jane&commat;acme&period;com', /acme/],
    ['see https&colon;//wiki&period;acme.com/x', /acme/],
    ['tenant G&#108;obex', /Globex/],
    ['see wiki\\.acme\\.com', /acme/],
    ['on db\\-prod\\-eu', /prod-eu/],
    ['see wiki.**acme**.com', /acme/],
    ['on db-*prod*-eu', /prod-eu/],
    ['by Jane<br>Doe', /Jane|Doe/],
    ['by Ｊａｎｅ Ｄｏｅ', /Jane|Doe/],
    ['Zor`in`bank was hit', /Zorin/],
  ];
  for (const [text, hidden] of cases) {
    const { suspects, markdown } = await version({ summary: { text } }, {}, { never: ['Globex'] });
    const isThere = hidden.test(wordsShown(markdown));
    assert.ok(!isThere || suspects.some((one) => hidden.test(one.text)), `${text}: ${wordsShown(markdown)}`);
  }
});

test('plain text brings no suspicion of the page, and the page stays as it is', async () => {
  const text = 'It **failed** at once: see `queue_size` & 3 < 4; a\\_b.\n\n| a | b |\n|---|:-:|\n| *x* | y\\|z |';
  const { suspects, markdown } = await version({ summary: { text } });
  assert.deepEqual(suspects, []);
  assert.match(markdown, /\n\|-+\|/);
});

test('a line keeps its shape when its words lose their formatting', () => {
  const suspects = ['Jane Doe', '10.0.12.7'].map((text) => ({
    kind: 'may be a name',
    text,
    place: 'page',
    before: '',
    after: '',
  }));
  const cases: [string, string][] = [
    ['| J**an**e D*o*e | 10\\.0\\.12\\.7 | *a* |', '| somebody | somebody | *a* |'],
    ['## X J**an**e D*o*e', '## X somebody'],
    ['* [ ] J**an**e D*o*e \\[a_b', '* [ ] somebody \\[a\\_b'],
    ['> 1. J**an**e D*o*e', '> 1. somebody'],
    ['Jane Doe **saw**', 'somebody **saw**'],
    ['nobody **saw**', 'nobody **saw**'],
  ];
  for (const [line, wanted] of cases) assert.equal(withoutTaken(line, suspects), wanted);
});

test('what is taken out is gone in the end, though one suspicion holds another or appears late', async () => {
  for (const summary of [
    { text: '```\n{"u":"https:\\/\\/wiki.zorin.com\\/x","k":"plainsecretword"}\n```' },
    { text: 'Still exposed on api.zorin.com today.' },
    { text: 'Orders of api.zorin.com broke.', impact: 'See **api**.zorin.com again.' },
  ]) {
    let shown = await version({ summary });
    for (let round = 0; round < 3; round += 1)
      shown = await version({ summary }, { redacted: shown.suspects.map(({ id }) => id) });
    assert.deepEqual(
      shown.suspects.filter(({ decision }) => decision === 'open'),
      [],
      summary.text,
    );
    assert.doesNotMatch(shownIn(shown.html), /zorin|plainsecretword/, summary.text);
  }
});

test('times, regions and words are nobody, whoever has such initials or a name like them', () => {
  const people = ['Ann Meier', 'Uwe Schmidt', 'Sue Field', 'Paul Marks'];
  const text = 'At 10:45 A.M. or 9 P.M. in the U.S. region, all fields and pages';
  assert.equal(redactText(text, { names: namesOf({}, people), publicHosts: [] }).text, text);
});
