import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const fuzz = fileURLToPath(new URL('./fuzz.ts', import.meta.url));
/** A tenth of what `npm run fuzz` does. */
const count = '20000';

test('mutated documents and payloads: no crash, no hang, nothing slow, nothing lost', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fuzz, count], { encoding: 'utf8', timeout: 900_000 });
  assert.equal(status, 0, `${stdout}${stderr}`);
});
