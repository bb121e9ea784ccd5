import type { BundledSignoff } from '../../ledger/bundle/index.ts';
import type { StoredContext } from '../stored-operation.ts';
import { jwkOfCose } from './jwk.ts';

/** What is kept beside a signature: the key, and what a passkey signed. */
type Proof = { publicKey: string; clientDataJSON?: string; authenticatorData?: string };

/** The sign-offs over exactly this content. Those that an edit has voided are in the history, not here. */
export async function bundledSignoffs(
  { database }: StoredContext,
  incidentId: string,
  sha256: string,
): Promise<BundledSignoff[]> {
  const rows = await database.kysely
    .selectFrom('signoff')
    .innerJoin('person', 'person.id', 'signoff.person_id')
    .select(['signoff.role', 'person.name', 'at', 'method', 'statement', 'signature', 'assertion'])
    .where('incident_id', '=', incidentId)
    .where('sha256', '=', sha256)
    .orderBy('at')
    .execute();
  return rows.map(({ role, at, method, statement, signature, assertion }) => {
    const { publicKey, clientDataJSON, authenticatorData } = assertion as Proof;
    const said = JSON.parse(statement) as { person: { name: string } };
    const base = { role, person: said.person.name, at: at.toISOString(), statement };
    const bytes = Buffer.from(signature).toString('base64');
    if (method === 'server') return { ...base, method, signature: bytes, key: publicKey };
    const key = jwkOfCose(Buffer.from(publicKey, 'base64')) ?? {};
    const made = { clientDataJSON: clientDataJSON ?? '', authenticatorData: authenticatorData ?? '' };
    return { ...base, method, signature: bytes, key, assertion: made };
  });
}
