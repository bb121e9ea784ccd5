import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown } from '../../markdown/blocks.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { builtinTemplates, patchDocument, PatchError, readWithTemplate, writeWithTemplate } from '../index.ts';
import { fingerprint } from '../patch/verify.ts';
import { filledRecord } from './filled-record.ts';
import { hostileLines } from './record-arbitrary.ts';

for (const template of builtinTemplates()) {
  const source = writeWithTemplate(filledRecord(template), template);
  const before = readWithTemplate(parseMarkdown(source), template);
  const paths = [...before.places.keys()].filter(
    (path) => !/^[a-zA-Z]+\[\d+\]$/.test(path) || path.startsWith('claims'),
  );

  test(`${template.name}: every bound value of a filled document can be changed alone`, () => {
    const refused: string[] = [];
    for (const path of paths) {
      try {
        const patched = patchDocument(source, template, path, newValue(before.record, path));
        assert.notEqual(patched, source, path);
        const after = readWithTemplate(parseMarkdown(patched), template).record;
        assert.notEqual(fingerprint(after), fingerprint(before.record), path);
      } catch (error) {
        assert.ok(error instanceof PatchError, String(error));
        refused.push(error.message);
      }
    }
    assert.deepEqual(refused, [], `${refused.length} of ${paths.length} refused`);
  });

  test(`${template.name}: a hostile value is written exactly or refused, never half`, () => {
    const textPaths = paths.filter((path) => typeof newValue(before.record, path) === 'string');
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...textPaths), fc.constantFrom(...hostileLines), (path, value) => {
        try {
          const patched = patchDocument(source, template, path, value);
          const again = patchDocument(patched, template, path, value);
          assert.equal(again, patched);
        } catch (error) {
          assert.ok(error instanceof PatchError, String(error));
          refused++;
        }
      }),
      { numRuns: 120 },
    );
    assert.ok(refused <= 24, `${refused} of 120 refused`);
  });
}

function newValue(record: PostmortemRecord, path: string): string | boolean {
  const [, collection = '', index = '', key = ''] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
  const entry = (record as { [name: string]: { [name: string]: unknown }[] | undefined })[collection]?.[Number(index)];
  if (typeof entry?.[key] === 'boolean') return !entry[key];
  if (/\.time$|\.at$|incident\.(?:start|end)$/.test(path)) return '2027-03-04 05:06';
  return path === 'incident.severity' ? 'low' : path.endsWith('.status') ? 'done' : 'something else entirely';
}
