import type { Actor } from '../../operations/access/actor.ts';
import { may, type Permission, permissions } from '../../operations/access/permissions.ts';
import { HindcastError } from '../../operations/errors.ts';
import { callStored } from '../../operations/call-stored.ts';
import type { Desk } from '../../mcp/desk.ts';
import { requireClean } from '../clean-input.ts';
import { isDocument } from '../is-document.ts';
import { storedContext } from '../stored-context.ts';
import type { Surroundings } from '../surroundings.ts';

/** The way to the operations within the server's own process; `take` counts each call, for one request may hold several. */
export const deskOf = (around: Surroundings, actor: Actor, take: () => void): Desk => ({
  self: async () => ({
    name: actor.name,
    may: (Object.keys(permissions) as Permission[]).filter((permission) => may(actor, permission)),
  }),
  call: async (operation, input, signal) => {
    take();
    requireClean(input);
    const context = await storedContext(around, actor, around.now());
    signal?.throwIfAborted();
    try {
      const output = await callStored(operation, input, context);
      return isDocument(output) ? output : { value: output };
    } catch (error) {
      // The client is told no more than that it failed.
      if (!(error instanceof HindcastError) || error.cause !== undefined)
        around.log.error({ err: error, operation: operation.name }, 'MCP: an operation failed');
      throw error;
    }
  },
});
