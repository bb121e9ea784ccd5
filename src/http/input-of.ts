import type { Context } from 'hono';
import { HindcastError } from '../operations/errors.ts';
import { isInQuery } from '../operations/is-in-query.ts';
import { requireClean } from './clean-input.ts';
import { untilSilent } from './evidence/until-silent.ts';
import type { AnyStored } from '../operations/stored-operation.ts';

/** The largest JSON body an operation takes. */
export const mostBodyBytes = 12_000_000;

/** `/incidents/{incident}` as hono writes it: `/incidents/:incident`. */
export const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

const namesIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);

async function jsonBody(context: Context): Promise<Record<string, unknown>> {
  const text = await context.req.text().catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
    throw new HindcastError('body.invalid', { reason: 'it ended before it was whole' });
  });
  if (text === '') return {};
  const type = context.req.header('content-type') ?? 'application/json';
  if (!/^application\/(?:[\w.-]{1,50}\+)?json\b/i.test(type))
    throw new HindcastError('body.invalid', { reason: `its Content-Type is ${type.slice(0, 100)}` });
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw new HindcastError('body.invalid', { reason: error instanceof Error ? error.message : 'no JSON' });
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new HindcastError('body.invalid', { reason: 'an object is wanted' });
  return body as Record<string, unknown>;
}

/** The bytes that come with a request, for an operation that takes some. */
export function bodyOf(context: Context, { takes }: AnyStored): { body?: AsyncIterable<Uint8Array> } {
  const { body } = context.req.raw;
  return takes === 'bytes' && body !== null ? { body: untilSilent(body) } : {};
}

/** An operation's input from a request: query or body, and over them what the path names. */
export async function inputOf(context: Context, operation: AnyStored): Promise<Record<string, unknown>> {
  const { path } = operation.route;
  const given = isInQuery(operation) ? context.req.query() : await jsonBody(context);
  const named = namesIn(path).map((name) => [name, context.req.param(name)]);
  const input = { ...given, ...Object.fromEntries(named) };
  requireClean(input);
  return input;
}
