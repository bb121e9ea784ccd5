import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdsWords, withoutWords } from './whole-words.ts';

test('words go where they are whole, never within other words', () => {
  const cases: [string, string, string][] = [
    ['Al', 'Al saw it. Also Alpha; Al’s (Al)', '… saw it. Also Alpha; …’s (…)'],
    ['ops-12', 'ops-12 and ops-123, xops-12', '… and ops-123, xops-12'],
    ['$5', '$5 and US$5', '… and US…'],
    ['Piotr', '_Piotr_ and Piotrek', '_…_ and Piotrek'],
    ['é', 'é and cafée\u0301', '… and cafée\u0301'],
    ['田中', '田中一郎 restarted', '…一郎 restarted'],
    ['aa', 'aa aaa aa', '… aaa …'],
  ];
  for (const [words, text, wanted] of cases) assert.equal(withoutWords(text, words, '…'), wanted);
});

test('what a text holds as a part only goes as a part, and what it does not hold changes nothing', () => {
  assert.equal(withoutWords('user1x', 'user1', '$&'), '$&x');
  assert.equal(withoutWords('nothing', 'Al', '…'), 'nothing');
  assert.equal(withoutWords('nothing', '', '…'), 'nothing');
  assert.deepEqual([holdsWords('Also', 'Al'), holdsWords('so Al', 'Al')], [false, true]);
});
