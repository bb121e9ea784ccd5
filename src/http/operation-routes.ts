import type { Hono } from 'hono';
import { actorName } from '../operations/access/actor.ts';
import { callStored } from '../operations/call-stored.ts';
import { HindcastError } from '../operations/errors.ts';
import type { AnyStored, StoredContext } from '../operations/stored-operation.ts';
import { actorOf } from './actor-of.ts';
import { credentialsOf } from './credentials-of.ts';
import { requireSameOrigin } from './same-origin.ts';
import { answer } from './answer.ts';
import { bodyOf, honoPath, inputOf } from './input-of.ts';
import type { Take } from './request-limit.ts';
import { storedContext } from './stored-context.ts';
import type { Surroundings } from './surroundings.ts';

const keyForm = /^[\w.:-]{8,200}$/;

/** The key of a repeatable request. @throws HindcastError `input.invalid` for one of another form */
function keyOf(value: string | undefined, operation: string): string | undefined {
  if (value === undefined || keyForm.test(value)) return value;
  throw new HindcastError('input.invalid', { operation, reason: 'Idempotency-Key: 8 to 200 letters, digits, . : _ -' });
}

/** Adds a route for each operation under `/api/v1`. `take` limits what one person or token may ask. */
export function addOperations(app: Hono, operations: readonly AnyStored[], around: Surroundings, take: Take): void {
  for (const operation of operations) {
    const { method, path } = operation.route;
    app.on(method, `/api/v1${honoPath(path)}`, async (context) => {
      const now = around.now();
      const credentials = credentialsOf(context, around.origin);
      const actor = await actorOf(around.database, credentials, now);
      take(actorName(actor), performance.now());
      if (credentials.bearer === undefined && operation.effect !== 'read') requireSameOrigin(context, around.origin);
      const key = keyOf(context.req.header('idempotency-key'), operation.name);
      const stored: StoredContext = {
        ...(await storedContext(around, actor, now)),
        ...(key === undefined ? {} : { key }),
        ...bodyOf(context, operation),
      };
      const output = await callStored(operation, await inputOf(context, operation), stored);
      return answer(context, operation, output, around.log);
    });
  }
}
