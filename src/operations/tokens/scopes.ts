import type { PersonRole } from '../../store/tables.ts';
import type { Actor } from '../access/actor.ts';
import { may, type Permission, permissions } from '../access/permissions.ts';
import { ranks } from '../access/ranks.ts';
import { HindcastError } from '../errors.ts';

/** Roles a token can have. Approving and owning are for people. */
export type TokenRole = 'admin' | 'editor' | 'viewer';

/** The permissions that a token of a role can have at all, on an incident that is open to everybody. */
export function scopesOf(role: PersonRole): Permission[] {
  const token: Actor = { kind: 'token', id: '', name: '', role };
  const names = Object.keys(permissions) as Permission[];
  return names.filter((name) => may(token, name, { status: 'draft', visibility: 'internal' }));
}

/** @throws HindcastError `token.beyond-role` for a role above the maker's, or a scope that no token of the role can use */
export function requireWithin(actor: Actor, role: TokenRole, scopes: readonly string[]): void {
  if (ranks.indexOf(role) > ranks.indexOf(actor.role))
    throw new HindcastError('token.beyond-role', {
      asked: `the role ${role}`,
      advice: `Yours is ${actor.role}; choose that or less.`,
    });
  const possible: string[] = scopesOf(role);
  const beyond = scopes.find((scope) => !possible.includes(scope));
  if (beyond !== undefined)
    throw new HindcastError('token.beyond-role', {
      asked: `the scope ${beyond}`,
      advice: `A token with the role ${role} can have: ${possible.join(', ')}.`,
    });
}
