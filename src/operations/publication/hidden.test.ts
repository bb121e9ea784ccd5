import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unhidden } from './hidden.ts';

test('references become the letters they stand for, but never marks of Markdown', () => {
  const cases: [string, string][] = [
    ['J&#97;ne D&#x6F;e', 'Jane Doe'],
    ['10&#46;0&period;12&#46;7', '10.0.12.7'],
    ['jane&commat;acme&period;com https&colon;&sol;&sol;x', 'jane@acme.com https://x'],
    ['db&hyphen;prod&#8209;03 db&lowbar;x', 'db-prod-03 db_x'],
    [
      '&lt;b&gt; &amp;#97; &#42;x&#42; &#124; &#60; &nope; a & b',
      '&lt;b&gt; &amp;#97; &#42;x&#42; &#124; &#60; &nope; a & b',
    ],
    ['x\n&#45; no list', 'x\n&#45; no list'],
  ];
  for (const [text, wanted] of cases) assert.equal(unhidden(text), wanted);
});

test('characters that nobody sees go from words; joiners of other scripts and of emoji stay', () => {
  const signs = '\u200C\u200D\u200E\u200F\u202E\u2063\u2066\u034F\uFE0F\u180E\u3164\u{E0061}\u200B\u00AD';
  for (const sign of signs) {
    assert.equal(unhidden(`Ja${sign}ne 10.0${sign}${sign}.12.7 db-${sign}prod`), 'Jane 10.0.12.7 db-prod');
    assert.equal(unhidden(`${sign}Jane Д${sign}им`), 'Jane Дим', sign.codePointAt(0)?.toString(16));
  }
  for (const text of ['می\u200Cخواهم', 'क्\u200Dष', '👩\u200D💻 ok', '❤\uFE0F', '1\uFE0F\u20E3 first'])
    assert.equal(unhidden(text), text);
});

test('a megabyte of them is read in time', () => {
  for (const piece of ['\u200D', 'a\u200D', '&#', '&#97;', '\n ', ' &#45;']) {
    const started = performance.now();
    unhidden(piece.repeat(1_000_000 / piece.length));
    assert.ok(performance.now() - started < 2000, `${JSON.stringify(piece)}: ${performance.now() - started} ms`);
  }
});
