import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readDocument } from '../src/operations/document/read.ts';

const folder = fileURLToPath(new URL('../../shared/seeds', import.meta.url));
const skip = existsSync(folder) ? false : 'skipped: no seeds';
const seeds = skip === false ? readdirSync(folder).sort() : [];
const read = (file: string, examples = false) => readDocument(readFileSync(`${folder}/${file}`, 'utf8'), { examples });
const names = ['trading-desk', 'slo-service', 'enterprise', 'invariants', 'agent-ops'];

test('each seed is read with its own template, and as a blank form gives no value', { skip }, () => {
  for (const [index, file] of seeds.entries()) {
    const { template, record, claims, custom } = read(file);
    assert.equal(template.name, names[index]);
    assert.ok(template.confidence >= 0.95, `${file}: ${template.confidence}`);
    assert.deepEqual([record, claims, custom], [{}, [], []]);
  }
});

test('wrong decodings are found in the three damaged seeds and claimed in no other', { skip }, () => {
  const kinds = seeds.map((file) => read(file).encoding.kind);
  assert.deepEqual(kinds, [undefined, 'windows-1252', 'mac-roman', undefined, 'mac-roman']);
});

test('with its examples, the enterprise seed reports its own contradictions and its costs add up', { skip }, () => {
  const { figures, findings, claims, record } = read(seeds[2] ?? '', true);
  const seconds = (name: string) => figures[name]?.seconds;
  assert.equal(seconds('timeToMitigate'), 67 * 60);
  assert.equal(seconds('timeToResolve'), 97 * 60);
  assert.equal(figures.timeToDetect?.status, 'unknown');
  assert.match(figures.timeToDetect?.reason ?? '', /impact/);
  assert.equal(figures.costTotal?.value, 37_500);
  assert.equal(claims.find(({ figure }) => figure === 'costTotal')?.value, 37_500);
  const codes = findings.map(({ code }) => code);
  assert.ok(codes.includes('contradiction.time-to-mitigate'));
  assert.ok(codes.includes('contradiction.time-to-resolve'));
  assert.ok(!codes.some((code) => code.startsWith('contradiction.cost')));
  const late = findings.filter(({ code }) => code === 'action.due-outside-horizon').map(({ message }) => message);
  assert.ok(late.some((message) => message.includes('AI-011')));
  assert.equal(record.actions?.length, 15);
});
