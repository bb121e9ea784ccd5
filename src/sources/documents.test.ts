import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocuments } from './documents.ts';
import { SourceError } from './source-error.ts';

const read = (text: string) => readDocuments({ name: 'x.json', text });
const refused = (text: string) => {
  try {
    read(text);
  } catch (error) {
    assert.ok(error instanceof SourceError);
    return { code: error.code, where: error.where, message: error.message };
  }
  return assert.fail('it was read');
};

test('reads one value, with and without a byte order mark', () => {
  assert.deepEqual(read('\uFEFF{"a":1}').documents, [{ value: { a: 1 }, at: 'x.json#' }]);
});

test('reads JSON lines, names their lines and says which are broken', () => {
  const { documents, ignored } = read('{"a":1}\n\n{"a":2}\r\n{"a"\n');
  assert.deepEqual(documents, [
    { value: { a: 1 }, at: 'x.json#1' },
    { value: { a: 2 }, at: 'x.json#3' },
  ]);
  assert.deepEqual(ignored, [{ what: 'a line', why: 'it is no valid JSON', where: 'x.json#4', count: 1 }]);
});

test('says that a file is empty, cut off, or broken, and in which line', () => {
  assert.equal(refused(' \n').code, 'source.empty');
  assert.deepEqual(refused('{"a":\n[1,2'), {
    code: 'source.not-json',
    where: 'x.json#2',
    message: 'The JSON ends too early in line 2.',
  });
  assert.deepEqual(refused('{\n"a" 1\n}'), {
    code: 'source.not-json',
    where: 'x.json#2',
    message: 'This is no valid JSON: it breaks in line 2.',
  });
  assert.equal(refused(`{\n"a": 1,\n"b": nonsense ${' '.repeat(99)}}`).where, 'x.json#3');
});

test('claims no line when the broken piece occurs twice', () => {
  const line = '"aaaaaaaaaaaaaaa": xyz aaaaaaaaaaaaaaa,\n';
  assert.equal(refused(`[${line.repeat(3)}]`).code, 'source.not-json');
});

test('reads values that stand one after the other, also over several lines, and says that the last is cut off', () => {
  const { documents, ignored } = read('{\n "a": "}{\\"[\\n"\n}\n{"a":\n [2]}[{"a":3}]\n\n{"a":');
  assert.deepEqual(documents, [
    { value: { a: '}{"[\n' }, at: 'x.json#1' },
    { value: { a: [2] }, at: 'x.json#4' },
    { value: [{ a: 3 }], at: 'x.json#5' },
  ]);
  assert.deepEqual(ignored, [{ what: 'a value', why: 'it is no valid JSON', where: 'x.json#7', count: 1 }]);
  assert.equal(refused('[1] and more').code, 'source.not-json');
});
