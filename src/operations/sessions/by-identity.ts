import type { Database } from '../../store/database.ts';
import { StoreError } from '../../store/store-error.ts';
import { retried } from '../save.ts';
import { type Identity, personOfIdentity, refused } from './identity-person.ts';
import { openSession, type Proven } from './open.ts';

/**
 * Opens a session for who a provider says it is.
 * @param domains domains whose addresses may join by themselves
 * @throws HindcastError `sign-in.refused`
 */
export async function signInByIdentity(
  database: Database,
  { identity, domains }: { identity: Identity; domains: readonly string[] },
  browser: Pick<Proven, 'now' | 'userAgent' | 'former'>,
): Promise<string> {
  const { now } = browser;
  const personId = await retried(() => personOfIdentity(database, identity, { domains, now }));
  try {
    return await openSession(database, { ...browser, personId, via: 'oidc' });
  } catch (error) {
    const shut = error instanceof StoreError && error.code === 'store.conflict';
    throw shut ? refused('you are disabled here', 'Ask an admin to enable you again.') : error;
  }
}
