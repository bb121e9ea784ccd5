import { sql } from 'kysely';
import { z } from 'zod';
import { insertLink, linkAddress } from '../sessions/link.ts';
import { newSecret } from '../access/secret.ts';
import { save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { withFreeEmail } from './email-taken.ts';
import { Email, Name, requireOwnerFor, Role } from './load.ts';

const Input = z.strictObject({ email: Email, name: Name, role: Role.default('viewer') });
const Invited = z.object({
  id: z.string(),
  /** Signs the invited person in once, within three days; shown only now. */
  link: z.string().optional(),
});

export const invitePerson: StoredOperation<z.infer<typeof Input>, z.infer<typeof Invited>> = {
  name: 'people.invite',
  sentence: 'Invite somebody; the answer has a one-time link to hand over.',
  permission: 'people.change',
  effect: 'write',
  input: Input,
  output: Invited,
  route: { method: 'POST', path: '/people' },
  run: async (context, { email, name, role }) => {
    requireOwnerFor(context.actor, [role]);
    const { now } = context;
    const id = context.newId();
    const secret = newSecret();
    const kept = await withFreeEmail(email, () =>
      save(context, {
        operation: 'people.invite',
        subject: `person/${id}`,
        payload: { email, name, role },
        changes: [
          {
            statement: sql`insert into person (id, email, name, role, created_at) values (${id}::uuid, ${email}, ${name}, ${role}, ${now}::timestamptz)`,
          },
          insertLink({ secret, personId: id, purpose: 'invite', now }),
        ],
        result: { id },
      }),
    );
    return kept.id === id ? { id, link: linkAddress(context.origin, secret) } : kept;
  },
};
