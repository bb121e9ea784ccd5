import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PostmortemRecord } from '../../record/record.ts';
import { namesOf } from './names.ts';
import { redactRecord } from './redact-record.ts';

const people = ['Ann Lee', 'Bo Ek', 'Carla O’Hara', 'Dieter Groß'];
const secrets = [
  'ann@corp.example',
  '10.1.2.3',
  'db-prod-03',
  'https://wiki.example/x',
  'pg.eu.internal',
  '+49 170 1234567',
  'AKIAABCDEFGHIJKLMNOP',
];
const record: PostmortemRecord = { roles: people.map((name, index) => ({ role: `Role ${index}`, name })) };
const words = fc.constantFrom('the', 'queue', 'failed', 'at', '14:05', 'then', 'for 12 min', 'Redis');
const piece = fc.oneof(
  words,
  fc.constantFrom(...people, ...secrets),
  fc.constantFrom(...people.map((name) => name.split(' ')[0] ?? '')),
);
const joint = fc.constantFrom(' ', ', ', '. ', '\n', ' (', ') ', ': “', '” ', ' **', '** ', ' | ');
const text = fc.array(fc.tuple(piece, joint), { minLength: 1, maxLength: 30 }).map((parts) => parts.flat().join(''));

test('however they stand in a text, no known name and no secret is left, and doing it again changes nothing', () => {
  const names = namesOf(record, []);
  const redaction = { names, publicHosts: [], costs: false };
  fc.assert(
    fc.property(text, (what) => {
      const { record: shown } = redactRecord({ ...record, summary: { text: what } }, redaction);
      const left = JSON.stringify(shown);
      for (const secret of [...people, ...people.flatMap((name) => name.split(' ')), ...secrets])
        assert.doesNotMatch(
          left,
          new RegExp(`(?<![\\p{L}\\d])${secret.replaceAll(/[.+?]/g, String.raw`\$&`)}(?![\\p{L}\\d])`, 'u'),
          what,
        );
      assert.deepEqual(redactRecord(shown, redaction).record, shown);
    }),
    { numRuns: 300 },
  );
});
