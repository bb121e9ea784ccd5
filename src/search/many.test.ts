import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeHeld, search } from './index.ts';

// Enough incidents for words that are scored by place, which a few never are.
const incidents = 2600;
const frequent = ['bak', 'dok', 'fok', 'gik'];
const rare = ['lak', 'mok', 'nuk'];
const has = (number: number, word: string): boolean => {
  const at = frequent.indexOf(word);
  return at < 0 ? (number * 7 + word.charCodeAt(0)) % 97 === 0 : (number >> at) % 3 !== 0;
};
const statusOf = (number: number): string => (number % 5 === 0 ? 'draft' : 'approved');

const held = makeHeld();
for (const round of [0, 1])
  for (let number = 1; number <= incidents; number += 1 + round * 6)
    held.put({
      number,
      title: '',
      texts: [[...frequent, ...rare].filter((word) => has(number, word)).join(' ')],
      values: [{ facet: 'status', value: statusOf(number) }],
      day: '2026-01-01',
    });

const word = fc.constantFrom(...frequent, ...frequent, ...rare);
const wanted = fc.record({ word, without: fc.boolean() });

test('law: of many incidents those are found and counted that have all words', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(wanted, { minLength: 1, maxLength: 5, selector: (one) => one.word }),
      fc.array(fc.integer({ min: 1, max: incidents }), { maxLength: 20 }),
      fc.boolean(),
      (words, hidden, isNarrowed) => {
        fc.pre(words.some(({ without }) => !without));
        const fits = Array.from({ length: incidents }, (_, index) => index + 1).filter(
          (number) => !hidden.includes(number) && words.every((one) => has(number, one.word) !== one.without),
        );
        const shown = fits.filter((number) => !isNarrowed || statusOf(number) === 'draft');
        // What nothing fits is looked for with a word less.
        fc.pre(fits.length > 0);
        const found = search(held, {
          words: `${words.map((one) => (one.without ? `-${one.word}` : one.word)).join(' ')} `,
          chosen: new Map(isNarrowed ? [['status', 'draft']] : []),
          hidden,
          from: 0,
          limit: incidents,
          facets: ['status'],
        });
        assert.deepEqual(
          found.numbers.toSorted((left, right) => left - right),
          shown,
        );
        assert.equal(found.total, shown.length);
        const counts = new Map(found.facets.get('status')?.map(({ value, count }) => [value, count]));
        for (const status of ['draft', 'approved'])
          assert.equal(counts.get(status) ?? 0, fits.filter((number) => statusOf(number) === status).length);
      },
    ),
    { numRuns: 300 },
  );
});

test('of equals the latest comes first, in whatever order they came', () => {
  const order = [...Array.from({ length: 50 }, (_, index) => 50 - index), 51, 52, 53];
  const other = makeHeld();
  for (const number of order) other.put({ number, title: 'bak', texts: [], values: [], day: '2026-01-01' });
  for (const words of ['', 'bak '])
    assert.deepEqual(
      search(other, { words, chosen: new Map(), hidden: [], from: 0, limit: 4, facets: [] }).numbers,
      [53, 52, 51, 50],
    );
});

const asked = (index: typeof held, words: string, hidden: number[] = []) =>
  search(index, { words, chosen: new Map(), hidden, from: 0, limit: incidents, facets: ['status'] });

test('of two common words that begin alike each incident is found once, and what is hidden not at all', () => {
  for (const size of [2000, incidents, 3900]) {
    const other = makeHeld();
    for (let number = 1; number <= size; number += 1)
      other.put({
        number,
        title: '',
        texts: [[...(number % 3 > 0 ? ['region'] : []), ...(number % 3 < 2 ? ['request'] : [])].join(' ')],
        values: [{ facet: 'status', value: number === 1 ? 'secret' : 'approved' }],
        day: '2026-01-01',
      });
    for (let round = 0; round < 2; round += 1) {
      const { numbers, total, facets } = asked(other, 're', [1]);
      assert.equal(total, size - 1);
      assert.equal(new Set(numbers).size, Math.min(incidents, size - 1));
      assert.ok(!numbers.includes(1));
      assert.deepEqual(facets.get('status'), [{ value: 'approved', count: size - 1 }]);
    }
  }
});

test('without words that are wanted the latest come first, whatever was looked for before', () => {
  const other = makeHeld();
  for (let number = 1; number <= incidents; number += 1)
    other.put({ number, title: number === 7 ? 'zebra' : `item${number}`, texts: [], values: [], day: '2026-01-01' });
  assert.deepEqual(asked(other, 'zebra ').numbers, [7]);
  assert.deepEqual(asked(other, '-item5 ').numbers.slice(0, 3), [incidents, incidents - 1, incidents - 2]);
});
