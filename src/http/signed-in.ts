import type { Context } from 'hono';
import type { Actor } from '../operations/access/actor.ts';
import { HindcastError } from '../operations/errors.ts';
import { actorOf } from './actor-of.ts';
import { credentialsOf } from './credentials-of.ts';
import type { Surroundings } from './surroundings.ts';

/** Who looks at a page; undefined for somebody who is not signed in. */
export async function signedIn(
  context: Context,
  { database, origin, now }: Pick<Surroundings, 'database' | 'origin' | 'now'>,
): Promise<Actor | undefined> {
  try {
    return await actorOf(database, credentialsOf(context, origin), now());
  } catch (error) {
    if (error instanceof HindcastError && error.code === 'access.unknown') return undefined;
    throw error;
  }
}
