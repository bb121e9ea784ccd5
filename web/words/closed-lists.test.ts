import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { codes } from '../../src/findings/index.ts';
import { figureFamilies } from '../../src/figures/index.ts';
import { permissions } from '../../src/operations/access/permissions.ts';
import { errorList } from '../../src/operations/errors.ts';
import { steps } from '../../src/operations/lifecycle/steps.ts';
import { settingList } from '../../src/operations/settings/setting-list.ts';
import { storedOperations } from '../../src/operations/stored.ts';
import { Claim } from '../../src/record/claim.ts';
import { CustomSection } from '../../src/record/material.ts';
import { milestones, phases } from '../../src/record/milestone.ts';
import { recordShape } from '../../src/record/record.ts';
import { saidFormsIn } from '../../scripts/said-forms.ts';
import { english } from './english.ts';
import { inPlaceOf, type Language } from './language.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].toSorted();

/** Every name that stands in a path of the record, at any depth. */
function namesIn(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return namesIn(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) return namesIn(schema.element as z.ZodType);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, inner]) => [
    name,
    ...namesIn(inner),
  ]);
}

const sources = globSync('src/**/*.ts', { cwd: root, exclude: ['**/*.test.ts'] }).map((file): [string, string] => [
  file,
  readFileSync(path.join(root, file), 'utf8'),
]);

/** Every sentence that Hindcast says by itself, in English, with holes. */
const forms = sorted([
  ...sources.flatMap(([file, source]) => (source.includes('say`') ? saidFormsIn(file, source) : [])),
  ...codes.map(({ remedy }) => remedy),
  ...Object.values(errorList).flatMap(({ message, remedy }) => [message, remedy]),
  ...Object.values(permissions).map(({ sentence }) => sentence),
  ...Object.values(settingList).map(({ sentence }) => sentence),
  ...steps.map(({ sentence }) => sentence),
]);

test('every part of a record has its words, and no words are of none', () => {
  const known = [recordShape, { claims: z.array(Claim), custom: z.array(CustomSection) }];
  const names = known.flatMap((shape) => namesIn(z.object(shape as Record<string, z.ZodType>)));
  assert.deepEqual(sorted(Object.keys(english.fields)), sorted([...names, 'time']));
});

test('every figure has its words, and no words are of none', () => {
  const described = figureFamilies.flatMap(({ describes }) => describes.map(({ name }) => name));
  const names = described.filter((name) => !name.includes('.'));
  const families = described.flatMap((name) => (name.includes('.') ? [name.split('.')[0] ?? ''] : []));
  assert.deepEqual(sorted(Object.keys(english.figures.names)), sorted(names));
  assert.deepEqual(sorted(Object.keys(english.figures.families)), sorted(families));
});

test('every milestone and phase has its words, and no words are of none', () => {
  assert.deepEqual(sorted(Object.keys(english.editors.milestones)), sorted(milestones));
  assert.deepEqual(sorted(Object.keys(english.editors.phases)), sorted(phases));
});

test('every operation that changes something has words for what was done, and no words are of none', () => {
  const changes = storedOperations.filter(({ effect }) => effect !== 'read').map(({ name }) => name);
  const { operations, lists } = english.did;
  const isOfList = (name: string) => Object.hasOwn(lists, name.split('.')[1] ?? '');
  assert.deepEqual(
    changes.filter((name) => !Object.hasOwn(operations, name) && !isOfList(name)),
    [],
  );
  // Signing in and writing live are in the ledger, too, and are no operations of the list.
  const isWritten = (name: string) => sources.some(([, source]) => source.includes(`'${name}'`));
  assert.deepEqual(
    Object.keys(operations).filter((name) => !changes.includes(name) && !isWritten(name)),
    [],
  );
});

const languages = globSync('languages/*.ts', { cwd: import.meta.dirname });

for (const file of languages)
  test(`${file} tells every sentence of the checks, figures and errors, with the same holes`, async () => {
    const { language } = (await import(`./${file}`)) as { language: Language };
    const { told } = inPlaceOf(english, language(english)).server;
    const holesOf = (form: string) => sorted(form.match(/\{\w+\}/g) ?? []);
    const words = forms.filter((form) => /\p{L}{2}/u.test(form.replaceAll(/\{\w+\}|`[^`]*`/g, '')));
    assert.ok(words.length > 300, `${words.length} sentences`);
    assert.deepEqual(
      words.filter((form) => told(form) === form),
      [],
    );
    assert.deepEqual(
      forms.filter((form) => holesOf(told(form)).join() !== holesOf(form).join()),
      [],
    );
  });

test('no check, figure or gate says a sentence with values that no other language could tell', () => {
  const untold = /(?:message|reason|remedy)(?::| =) `/;
  const folders = ['findings', 'figures', 'operations/lifecycle'];
  const found = sources.filter(
    ([file, source]) => folders.some((folder) => file.startsWith(`src/${folder}/`)) && untold.test(source),
  );
  assert.deepEqual(
    found.map(([file]) => file),
    [],
  );
});

test('the app writes dates, numbers and lists in the forms of the language only', () => {
  const own = /new Intl\.|\.toLocale(?:String|DateString|TimeString)\(|\.toFixed\(|Intl\.\w+Format\(/;
  // A zone's name, a machine's file and a width are no texts.
  const allowed = ['web/chart/zone.ts', 'web/screens/import/csv.ts', 'web/editors/entries/columns.ts'];
  const files = globSync('web/**/*.{ts,tsx}', { cwd: root, exclude: ['web/dist/**', '**/*.test.ts'] });
  const found = files
    .filter((file) => !file.startsWith('web/words/') && !allowed.includes(file))
    .filter((file) => own.test(readFileSync(path.join(root, file), 'utf8')));
  assert.deepEqual(found, []);
});
