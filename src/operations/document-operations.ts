import { z } from 'zod';
import { operations } from './index.ts';
import { call, type Operation } from './operation.ts';
import type { AnyStored, Route } from './stored-operation.ts';

/** Where each operation on documents that people bring along is found over HTTP. A new one is a line here, or a test fails. */
const routes: Record<string, Route> = {
  'document.read': { method: 'POST', path: '/documents/read' },
  'document.check': { method: 'POST', path: '/documents/check' },
  'document.write': { method: 'POST', path: '/documents/write' },
  'document.patch': { method: 'POST', path: '/documents/patch' },
  'document.new': { method: 'POST', path: '/documents/new' },
  'document.draft': { method: 'POST', path: '/documents/draft' },
  'template.list': { method: 'GET', path: '/templates' },
  'template.show': { method: 'GET', path: '/templates/{name}' },
  'template.layout': { method: 'GET', path: '/templates/{name}/layout' },
  'template.learn': { method: 'POST', path: '/templates/learn' },
};

/** Places are offsets by path in a map, which JSON does not have; their lines are in the record, the claims and the findings. */
function sendable(output: unknown): unknown {
  if (typeof output !== 'object' || output === null || !('places' in output)) return output;
  const { places: _, ...rest } = output;
  return rest;
}

function offered(operation: Operation<unknown, unknown>): AnyStored {
  const route = routes[operation.name];
  if (route === undefined) throw new Error(`operations: ${operation.name} has no route`);
  return {
    name: operation.name,
    sentence: operation.sentence,
    permission: operation.name.startsWith('template.') ? 'template.see' : 'documents.use',
    // Nothing is kept: the changed text goes back to who sent it.
    effect: 'read',
    input: operation.input,
    output: z.unknown(),
    route,
    run: async (context, input: unknown) => sendable(await call(operation, input, context)),
  };
}

/** The operations on documents that people bring along, for those who are signed in. Nothing of them is kept. */
export const documentOperations: AnyStored[] = (operations as readonly unknown[]).map((operation) =>
  offered(operation as Operation<unknown, unknown>),
);
