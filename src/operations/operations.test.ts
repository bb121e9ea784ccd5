import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtinTemplates } from '../templates/index.ts';
import { defaultConfig } from './config.ts';
import { HindcastError } from './errors.ts';
import { operations } from './index.ts';
import { call, type Context, type Operation } from './operation.ts';

const context: Context = { now: '2026-10-20T00:00:00Z', config: defaultConfig, templates: builtinTemplates() };

test('every operation has a name of noun and verb, a sentence, an effect and a schema, and no name occurs twice', () => {
  const names = operations.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const { name, sentence, effect, input } of operations) {
    assert.match(name, /^(?:document|template)\.[a-z]+$/);
    assert.match(sentence, /^[A-Z].*\.$/);
    assert.ok(effect === 'read' || effect === 'write');
    assert.equal(typeof input.safeParse, 'function');
  }
});

test('input that does not fit is refused before the operation runs', async () => {
  for (const operation of operations as unknown as Operation<unknown, unknown>[]) {
    await assert.rejects(
      () => call(operation, { surprise: true }, context),
      (error) => error instanceof HindcastError && error.code === 'usage',
      operation.name,
    );
  }
});
