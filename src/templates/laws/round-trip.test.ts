import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { builtinTemplates, readWithTemplate, writeWithTemplate } from '../index.ts';
import { comparable } from './comparable.ts';
import { recordArbitrary } from './record-arbitrary.ts';

const numRuns = Number(process.env['LAW_RUNS'] ?? 60);

for (const template of builtinTemplates())
  test(`${template.name}: a record that is written reads back as it was, whatever its values`, () => {
    fc.assert(
      fc.property(recordArbitrary(template), (record) => {
        const text = writeWithTemplate(record, template);
        const read = readWithTemplate(parseMarkdown(text), template).record;
        assert.deepEqual(comparable(read), comparable(record));
        assert.equal(writeWithTemplate(record, template), text);
      }),
      { numRuns, ...(process.env['LAW_SEED'] === undefined ? {} : { seed: Number(process.env['LAW_SEED']) }) },
    );
  });
