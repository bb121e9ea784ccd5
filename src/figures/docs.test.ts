import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Policy } from '../record/policy.ts';
import { computeFigures, figureFamilies } from './index.ts';

const page = readFileSync(new URL('../../docs/figures.md', import.meta.url), 'utf8');
const described = figureFamilies.flatMap(({ describes }) => describes);

test('docs/figures.md has exactly one row for every figure, as it is defined', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const expected = described.map(({ name, formula, unit, unknownWhen }) => {
    return `| \`${name}\` | ${formula} | ${unit} | ${unknownWhen} |`;
  });
  assert.deepEqual(rows, expected);
});

test('every figure with a fixed name is there for an empty record, unknown and with its reason', () => {
  const figures = computeFigures({}, Policy.parse({}));
  const fixed = described.map(({ name }) => name).filter((name) => !/\.[A-Z]+$/.test(name));
  assert.deepEqual(Object.keys(figures).sort(), fixed.sort());
  for (const [name, figure] of Object.entries(figures)) assert.ok(figure.status === 'unknown' && figure.reason, name);
});

test('hostile names become figures, not prototypes', () => {
  const systems = [{ name: '__proto__', downtime: '1h' }];
  const policy = { ...Policy.parse({}), figures: JSON.parse('{"__proto__": "detected -> resolved"}') };
  const figures = computeFigures({ systems }, policy);
  assert.equal(Object.getPrototypeOf(figures), Object.prototype);
  assert.equal(figures['downtime.__proto__']?.seconds, 3600);
});
