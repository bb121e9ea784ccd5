import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = `${root}../shared`;
const hasPython = spawnSync('python3', ['--version']).status === 0;
const skip = !existsSync(`${shared}/corpus`) ? 'skipped: no corpus' : hasPython ? false : 'skipped: no python3';

test('claims, times, figures and contradictions of the corpus meet their targets', { skip }, () => {
  const args = [`${shared}/tools/score.py`, `${shared}/corpus`, `${shared}/corpus/truth.json`, '--show', '20'];
  const { status, stdout } = spawnSync('python3', args, { cwd: root, encoding: 'utf8', timeout: 600_000 });
  assert.equal(status, 0, stdout);
});
