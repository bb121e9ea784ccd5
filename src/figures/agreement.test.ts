import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim } from '../record/claim.ts';
import type { Figure } from '../record/figure.ts';
import { agreement } from './agreement.ts';

const figure: Figure = { status: 'known', unit: 'seconds', seconds: 3720, formula: 'resolved - detected', cites: [] };
const claim = (parts: Partial<Claim>): Claim => ({ figure: 'duration', text: 'x', unit: 'seconds', ...parts });

test('a stated duration agrees within a minute, an approximate one within a tenth', () => {
  assert.equal(agreement(claim({ value: 3700 }), figure), true);
  assert.equal(agreement(claim({ value: 2700 }), figure), false);
  assert.equal(agreement(claim({ value: 3600, approximate: true }), figure), true);
  assert.equal(agreement(claim({ value: 3000, upTo: 4000 }), figure), true);
});

test('what cannot be compared neither agrees nor differs', () => {
  assert.equal(agreement(claim({}), figure), undefined);
  assert.equal(agreement(claim({ value: 3, unit: 'count' }), figure), undefined);
  assert.equal(agreement(claim({ value: 3720 }), { ...figure, status: 'unknown' }), undefined);
});
