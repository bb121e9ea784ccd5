import type { Context } from 'hono';
import { HindcastError } from '../operations/errors.ts';
import { requireClean } from './clean-input.ts';

/** The fields of a form that a page sends. @throws HindcastError `body.invalid` for a body that is no form, or cannot be kept */
export async function formOf(context: Context): Promise<Record<string, unknown>> {
  const fields = await context.req.parseBody().catch(() => {
    throw new HindcastError('body.invalid', { reason: 'it is no form' });
  });
  requireClean(fields);
  return fields;
}
