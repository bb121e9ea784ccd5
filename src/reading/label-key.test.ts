import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conceptOf } from './label-concepts.ts';
import { labelKey } from './label-key.ts';

test('a French article stands apart from its noun', () => {
  assert.equal(labelKey("Début de l'incident"), 'début de l incident');
  assert.equal(conceptOf(labelKey('Fin de l’incident'))?.milestone, 'resolved');
});
