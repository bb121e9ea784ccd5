import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { HindcastError, reasonOf } from '../../operations/errors.ts';

/** A JSON file of an export. @throws HindcastError `import.invalid` */
export async function jsonIn<Form>(file: string, schema: z.ZodType<Form>): Promise<Form> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof Error && 'issues' in error ? 'it has another form' : reasonOf(error);
    const advice = 'Take the folder that `hindcast export` wrote, as it wrote it.';
    throw new HindcastError('import.invalid', { file, reason, advice });
  }
}
