import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { kindOf } from '../../record/field.ts';
import { recordShape } from '../../record/record.ts';
import { fieldGroups, groupOf } from './field-classes.ts';

const bare = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? bare(schema.unwrap() as z.ZodType) : schema;

/** Every field of the record by path; a moment is one field. */
function fieldsOf(schema: z.ZodType, path: string): string[] {
  if (kindOf(schema) !== undefined) return [path];
  const inner = bare(schema);
  if (inner instanceof z.ZodArray) return fieldsOf(inner.element as z.ZodType, path);
  if (!(inner instanceof z.ZodObject)) return [path];
  return Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([name, child]) =>
    fieldsOf(child, path === '' ? name : `${path}.${name}`),
  );
}

const fields = fieldsOf(z.object(recordShape), '');
const named = fieldGroups.flatMap((group) => group.paths.split(/\s+/).map((path) => ({ path, group })));

test('every field of the record has a class', () => {
  assert.ok(fields.length > 200);
  assert.deepEqual(
    fields.filter((field) => groupOf(field) === undefined),
    [],
  );
});

test('a path has one class, is of the record, and is public by its own name only', () => {
  assert.equal(new Set(named.map(({ path }) => path)).size, named.length);
  const isOf = (path: string) => fields.some((field) => field === path || field.startsWith(`${path}.`));
  assert.deepEqual(
    named.filter(({ path }) => !isOf(path)).map(({ path }) => path),
    [],
  );
  assert.deepEqual(
    named.filter(({ path, group }) => group.class === 'public' && !fields.includes(path)).map(({ path }) => path),
    [],
  );
});
