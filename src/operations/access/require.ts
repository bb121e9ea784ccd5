import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';
import { actorName } from './actor.ts';
import { may, type Permission, permissions, type Subject } from './permissions.ts';

/** @throws HindcastError `access.denied` with the sentence of the permission */
export function requirePermission(
  { actor }: Pick<StoredContext, 'actor'>,
  permission: Permission,
  subject: Subject = {},
): void {
  if (may(actor, permission, subject)) return;
  const unscoped = actor.scopes !== undefined && !actor.scopes.includes(permission);
  throw new HindcastError('access.denied', {
    actor: actor.name === '' ? actorName(actor) : actor.name,
    permission,
    sentence: unscoped
      ? `The scopes of this token do not name ${permission}: make one whose scopes do.`
      : permissions[permission].sentence,
  });
}
