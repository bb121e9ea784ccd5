import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsIn } from './boundary-rules.ts';

const messages = (file: string, source: string) => violationsIn(file, source).map((violation) => violation.message);

test('an import that the table names is allowed', () => {
  assert.deepEqual(messages('src/figures/a.ts', "import type { Figure } from '../record/figure.ts';"), []);
  assert.deepEqual(messages('src/record/a.ts', "import { z } from 'zod';"), []);
  assert.deepEqual(messages('src/figures/a.ts', "import { b } from './b.ts';"), []);
});

test('an import of a folder that the table does not name is forbidden', () => {
  const [message] = messages('src/record/a.ts', "import { b } from '../figures/b.ts';");
  assert.match(message ?? '', /record\/ may not import figures\//);
});

test('types, re-exports, dynamic and multi-line imports are seen', () => {
  for (const source of [
    "import type { B } from '../cli/b.ts';",
    "export * from '../cli/b.ts';",
    "const b = await import('../cli/b.ts');",
    "import {\n  one,\n  two,\n} from '../cli/b.ts';",
    "import '../cli/b.ts';",
  ]) {
    assert.equal(messages('src/charts/a.ts', source).length, 1, source);
  }
});

test('packages, subpaths and Node modules are denied unless named', () => {
  assert.match(messages('src/figures/a.ts', "import x from 'left-pad';").join(), /package left-pad/);
  assert.match(messages('src/figures/a.ts', "import x from '@scope/pkg/deep';").join(), /package @scope\/pkg/);
  assert.match(messages('src/figures/a.ts', "import fs from 'node:fs';").join(), /pure: no node:fs/);
  assert.deepEqual(messages('src/cli/a.ts', "import fs from 'node:fs';"), []);
});

test('a pure folder reads no clock, no process and no chance', () => {
  for (const source of ['Date.now()', 'new Date()', 'process.env.X', 'Math.random()', 'fetch(url)']) {
    assert.equal(messages('src/findings/a.ts', `const x = ${source};`).length, 1, source);
  }
  assert.deepEqual(messages('src/findings/a.ts', 'const x = new Date(0);'), []);
  assert.deepEqual(messages('src/cli/a.ts', 'const x = Date.now();'), []);
});

test('only the store and the operations query the database', () => {
  for (const source of [
    "await database.query({ text: 'select 1', values: [] });",
    'await database\n  .query<Row>({ text, values });',
    "await around.database.kysely.selectFrom('incident').execute();",
    'const { rows } = await client.query<Row>(text);',
  ]) {
    assert.match(messages('src/live/a.ts', source).join(), /may not query/, source);
    assert.match(messages('src/http/a.ts', source).join(), /may not query/, source);
    assert.deepEqual(messages('src/store/a.ts', source), []);
    assert.deepEqual(messages('src/operations/a.ts', source), []);
  }
  assert.deepEqual(messages('src/http/a.ts', "const then = context.req.query('then');"), []);
  assert.deepEqual(messages('src/cli/a.ts', 'const client = await database.connect();'), []);
});

test('comments and tests are free', () => {
  assert.deepEqual(messages('src/findings/a.ts', '// process.exit ends it\n/* Date.now() */'), []);
  assert.deepEqual(messages('src/findings/a.test.ts', "import fs from 'node:fs';"), []);
});

test('a folder without a row is a violation, and so is a way out of src', () => {
  assert.match(messages('src/drawer/a.ts', '').join(), /no row/);
  assert.match(messages('src/cli/a.ts', "import { t } from '../../test/t.ts';").join(), /outside src/);
});

test('the line of a violation is the line of the import', () => {
  const [violation] = violationsIn('src/record/a.ts', "\n\nimport {\n  b,\n} from '../cli/b.ts';");
  assert.equal(violation?.line, 5);
});

test('a string after an export is no import', () => {
  const source = "export type Severity = 'error' | 'warning';\nexport const day = () => kind(schema, 'day');";
  assert.deepEqual(messages('src/record/a.ts', source), []);
});
