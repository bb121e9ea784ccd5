import { z } from 'zod';
import { permissions } from '../operations/access/permissions.ts';
import { errorList } from '../operations/errors.ts';
import { isInQuery } from '../operations/is-in-query.ts';
import type { AnyStored } from '../operations/stored-operation.ts';
import { feedDescription } from './feed/feed-description.ts';

type Json = Record<string, unknown>;

/** A zod schema as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. What JSON cannot say (bytes) is left open. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Json;
  return json;
}

/** Names in braces of a path. */
export const pathNames = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);

/** The input of an operation by where it goes: in the path, in the query, in the body. */
export function inputParts(operation: AnyStored): { path: Json; rest: Json; required: string[] } {
  const { properties = {}, required = [] } = schemaOf(operation.input, 'input') as {
    properties?: Json;
    required?: string[];
  };
  const named = new Set(pathNames(operation.route.path));
  const split = (inPath: boolean) =>
    Object.fromEntries(Object.entries(properties).filter(([name]) => named.has(name) === inPath));
  return { path: split(true), rest: split(false), required: required.filter((name) => !named.has(name)) };
}

const problem: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', description: 'Where the error is explained.' },
    title: { type: 'string', description: 'What happened.' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What to do.' },
    code: { enum: Object.keys(errorList) },
    data: { description: 'What a program needs to go on, such as both values of a conflict.' },
  },
};

const keyHeader: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', pattern: '^[\\w.:-]{8,200}$' },
  description: 'Of your choice, one for each request: repeated with it, a request is done once and answered the same.',
};

const rangeHeader: Json = {
  name: 'Range',
  in: 'header',
  required: false,
  schema: { type: 'string', pattern: '^bytes=\\d*-\\d*$' },
  description: 'Bytes to give instead of all: `bytes=0-99`. They are not compared with the hash, which is of all.',
};

/** Bytes as they are, of whatever type. */
const bytes = { 'application/octet-stream': {} };

function operationOf(operation: AnyStored): Json {
  const { path, rest, required } = inputParts(operation);
  const inPath = Object.entries(path).map(([name, schema]) => ({ name, in: 'path', required: true, schema }));
  const inQuery = Object.entries(rest).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  const body = {
    type: 'object',
    properties: rest,
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
  };
  const parameters = [
    ...inPath,
    ...(isInQuery(operation) ? inQuery : []),
    ...(operation.effect === 'read' ? [] : [keyHeader]),
    ...(operation.gives === 'bytes' ? [rangeHeader] : []),
  ];
  const status = operation.name.endsWith('.create') ? '201' : '200';
  return {
    operationId: operation.name,
    summary: operation.sentence,
    description: permissions[operation.permission].sentence,
    tags: [operation.name.split('.')[0]],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(operation.takes === 'bytes' ? { requestBody: { required: true, content: bytes } } : {}),
    ...(isInQuery(operation)
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      [status]: {
        description: 'Done.',
        content:
          operation.gives === 'bytes'
            ? bytes
            : { 'application/json': { schema: schemaOf(operation.output, 'output') } },
      },
      default: {
        description: 'Refused.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** The OpenAPI 3.1 description of the API, made from the list of operations; and the live feed. */
export function openApi(operations: readonly AnyStored[], origin: string, version: string): Json {
  const paths: Record<string, Json> = { '/feed': { get: feedDescription } };
  for (const operation of operations) {
    const path = (paths[operation.route.path] ??= {});
    path[operation.route.method.toLowerCase()] = operationOf(operation);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Hindcast', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ token: [] }, { session: [] }],
    tags: ['feed', ...new Set(operations.map(({ name }) => name.split('.')[0]))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: problem },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'hindcast' },
      },
    },
  };
}
