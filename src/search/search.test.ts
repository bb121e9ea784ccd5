import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Held, makeHeld, search, type SearchedIncident, type Wish } from './index.ts';

const incident = (
  number: number,
  title: string,
  text = '',
  more: Partial<SearchedIncident> = {},
): SearchedIncident => ({
  number,
  title,
  texts: [text],
  values: [],
  day: '2026-01-01',
  ...more,
});
const heldOf = (incidents: SearchedIncident[]): Held => {
  const held = makeHeld();
  for (const one of incidents) held.put(one);
  return held;
};
const wish = (words: string, more: Partial<Wish> = {}): Wish => ({
  words,
  chosen: new Map(),
  hidden: [],
  from: 0,
  limit: 50,
  facets: ['service', 'severity'],
  ...more,
});
const found = (held: Held, words: string, more: Partial<Wish> = {}) => search(held, wish(words, more)).numbers;

const held = heldOf([
  incident(1, 'Checkout is slow', 'The pods were OOMKilled after the deployment to publick8s.'),
  incident(
    2,
    'get.jenkins.io answers 503',
    'The mirror list of get.jenkins.io was empty, and jenkins could not get it.',
  ),
  incident(3, 'Login outage', 'Jenkins.io was fine. Users could get no token. Größe und Café'),
  incident(4, 'Kafka lag', '決済の障害が発生した'),
]);

for (const [words, numbers] of [
  ['oomkilled ', [1]],
  ['oom killed ', [1]],
  ['publick ', [1]],
  ['deploying ', [1]],
  ['get.jenkins.io ', [2]],
  ['"jenkins could not get" ', [2]],
  ['"get jenkins could" ', []],
  ['jenkins get ', [2, 3]],
  ['jenkins -token ', [2]],
  ['-jenkins -kafka ', [1]],
  ['cafe grosse ', [3]],
  ['cafe ', [3]],
  ['障害 ', [4]],
  ['決済の障害 ', [4]],
  ['check', [1]],
  ['the ', []],
] as const)
  test(`a search for ${words}finds ${numbers.length === 0 ? 'nothing' : numbers.join(', ')}`, () => {
    const { numbers: got, relaxed } = search(held, wish(words));
    assert.deepEqual(relaxed ? [] : got, numbers);
  });

test('a slip is forgiven, and said', () => {
  const { numbers, corrected } = search(held, wish('chekout '));
  assert.deepEqual([numbers, corrected], [[1], [{ from: 'chekout', to: ['checkout'] }]]);
});

test('a word that only a hidden incident has is no suggestion, and counts nowhere', () => {
  const hidden = [1];
  const result = search(held, wish('chekout ', { hidden }));
  assert.deepEqual([result.numbers, result.corrected, result.total], [[], [], 0]);
  assert.deepEqual(found(held, 'checkout ', { hidden }), []);
  assert.deepEqual(search(held, wish('', { hidden })).total, 3);
});

test('when no text has all words, those with all but one are shown, and that is said', () => {
  const result = search(held, wish('kafka lag zebra '));
  assert.deepEqual([result.numbers, result.relaxed], [[4], true]);
});

test('words in a title and rare words weigh more', () => {
  const incidents = Array.from({ length: 50 }, (_, index) =>
    incident(index + 1, 'Alert', 'database database database'),
  );
  assert.equal(found(heldOf([...incidents, incident(99, 'Database gone', 'nothing')]), 'database ')[0], 99);
});

test('days narrow', () => {
  const days = heldOf([1, 2, 3].map((number) => incident(number, 'Outage', '', { day: `2026-01-0${number}` })));
  assert.deepEqual(found(days, 'outage ', { since: 20260102, until: 20260102 }), [2]);
});

const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'rho', 'sigma');
const text = fc.array(word, { maxLength: 40 });
const facet = fc.record({ facet: fc.constantFrom('service', 'severity'), value: fc.constantFrom('a', 'b', 'c') });

/** What is to be found, by looking into each text. */
const plainly = (incidents: Map<number, SearchedIncident>, phrase: string[], others: string[], without: string[]) =>
  [...incidents.values()]
    .filter(({ title, texts }) => {
      const fields = [title, ...texts].map((one) => ` ${one} `);
      const has = (words: string) => fields.some((one) => one.includes(` ${words} `));
      return (phrase.length === 0 || has(phrase.join(' '))) && others.every(has) && !without.some(has);
    })
    .map(({ number }) => number)
    .toSorted((left, right) => left - right);

test('law: what is found is what has the words, the phrase and the values and may be shown, after any changes', () => {
  const change = fc.tuple(fc.integer({ min: 1, max: 12 }), text, text, fc.array(facet, { maxLength: 3 }));
  const asked = fc.tuple(
    fc.array(word, { maxLength: 3 }),
    fc.array(word, { maxLength: 2 }),
    fc.array(word, { maxLength: 1 }),
  );
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 1, maxLength: 40 }),
      asked,
      facet,
      fc.subarray([1, 2, 3, 5, 8]),
      (changes, [phrase, others, without], chosen, hidden) => {
        const now = new Map<number, SearchedIncident>();
        const index = makeHeld();
        for (const [number, title, body, values] of changes) {
          const one = incident(number, title.join(' '), body.join(' '), { values });
          now.set(number, one);
          index.put(one);
        }
        const quoted = phrase.length === 0 ? '' : `"${phrase.join(' ')}" `;
        const words = `${quoted}${others.map((one) => `${one} `).join('')}${without.map((one) => `-${one} `).join('')}`;
        for (const number of hidden) now.delete(number);
        const result = search(index, wish(words, { hidden }));
        const expected = plainly(now, phrase, others, without);
        if (!result.relaxed)
          assert.deepEqual(
            result.numbers.toSorted((left, right) => left - right),
            expected,
          );
        else assert.deepEqual(expected, []);
        const narrowed = search(index, wish(words, { hidden, chosen: new Map([[chosen.facet, chosen.value]]) }));
        if (narrowed.relaxed) return;
        const having = expected.filter((number) =>
          now.get(number)?.values.some((one) => one.facet === chosen.facet && one.value === chosen.value),
        );
        assert.equal(narrowed.total, having.length);
        const counted = result.facets.get(chosen.facet)?.find(({ value }) => value === chosen.value)?.count ?? 0;
        if (!result.relaxed) assert.equal(counted, having.length);
      },
    ),
    { numRuns: 300 },
  );
});
