import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byPlace } from './by-place.ts';
import { type Held, makeHeld } from './held.ts';
import { normsOf, shareOf, sharesToOne } from './weigh.ts';

/** Incidents of which all have `every`, each second `second`, and each hundredth `hundredth`. */
function put(held: Held, from: number, until: number): void {
  for (let number = from; number < until; number += 1) {
    const text = `every${' second second'.repeat(number % 2)}${number % 100 === 0 ? ' hundredth' : ''}`;
    held.put({ number, title: number % 3 === 0 ? 'second' : '', texts: [text], values: [], day: '2026-01-01' });
  }
}

const stemOf = (held: Held, word: string): number => held.vocabulary.stemAt(held.vocabulary.known(word) ?? -1);

const sharesOf = (held: Held, stem: number) => byPlace(held, stem, normsOf(held))?.shares ?? [];

function asListed(held: Held, stem: number): number[] {
  const [list, shares] = [held.lists.reader(stem * 2), Array.from({ length: held.count() }, () => 0)];
  for (let left = held.places(stem), place = 0; left > 0; left -= 1) {
    place += list.next();
    const share = shareOf(list.next(), held.lengths()[place] ?? 0, normsOf(held));
    shares[place] = Math.round(share * sharesToOne);
  }
  return shares;
}

test('a common word is read by place as it stands in its list, also what came since', () => {
  const held = makeHeld();
  let from = 0;
  for (const until of [2000, 2001, 2400, 9000]) {
    put(held, from, until);
    from = until;
    for (const word of ['every', 'second']) {
      const stem = stemOf(held, word);
      assert.deepEqual([...sharesOf(held, stem)].slice(0, held.count()), asListed(held, stem));
    }
  }
});

test('longer texts that come change what a word says in those before them', () => {
  const held = makeHeld();
  put(held, 0, 2000);
  const stem = stemOf(held, 'every');
  const [before = 0] = sharesOf(held, stem);
  const texts = ['every and a few words more than before'];
  for (let number = 2000; number < 4000; number += 1)
    held.put({ number, title: '', texts, values: [], day: '2026-01-01' });
  assert.deepEqual([...sharesOf(held, stem)].slice(0, held.count()), asListed(held, stem));
  assert.notEqual(sharesOf(held, stem)[0], before);
});

test('a rare word, and any word of few incidents, is read from its list', () => {
  const held = makeHeld();
  put(held, 0, 1999);
  assert.equal(byPlace(held, stemOf(held, 'every'), normsOf(held)), undefined);
  put(held, 1999, 2500);
  assert.notEqual(byPlace(held, stemOf(held, 'every'), normsOf(held)), undefined);
  assert.equal(byPlace(held, stemOf(held, 'hundredth'), normsOf(held)), undefined);
});

test('an array that another word had before says nothing of that word', () => {
  const held = makeHeld();
  const words = Array.from({ length: 3200 }, (_, index) => `w${index.toString(36)}x`);
  // More arrays than are kept for one index.
  for (let number = 0; number < 2000; number += 1) {
    const texts = [words.filter((_, index) => index % 9 === number % 9).join(' ')];
    held.put({ number, title: '', texts, values: [], day: '2026-01-01' });
  }
  for (const [index, word] of words.entries()) {
    const shares = sharesOf(held, stemOf(held, word));
    if (index % 40 === 0)
      assert.deepEqual([...shares].slice(0, held.count()), asListed(held, stemOf(held, word)), word);
  }
});
