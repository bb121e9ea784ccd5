import { z } from 'zod';
import { may, permissions, type Permission } from '../access/permissions.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { Role } from './load.ts';

const Input = z.strictObject({});
const Self = z.object({
  kind: z.enum(['person', 'token', 'system', 'source']),
  id: z.string(),
  name: z.string(),
  role: Role,
  /** The person behind a token. */
  personId: z.string().optional(),
  /** Permissions, as far as they do not depend on an incident. */
  may: z.array(z.string()),
});

export const showSelf: StoredOperation<z.infer<typeof Input>, z.infer<typeof Self>> = {
  name: 'people.self',
  sentence: 'Show who you are here, and what you may do.',
  permission: 'people.see',
  effect: 'read',
  input: Input,
  output: Self,
  route: { method: 'GET', path: '/me' },
  run: async ({ actor }) => {
    const { kind, id, name, role, personId } = actor;
    const allowed = (Object.keys(permissions) as Permission[]).filter((permission) => may(actor, permission));
    return { kind, id, name, role, ...(personId === undefined ? {} : { personId }), may: allowed };
  },
};
