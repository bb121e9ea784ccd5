import { createHash, createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { readVerifier, verifyText } from '../note/keys.ts';
import type { Bundle, BundledSignoff, Check } from './bundle.ts';

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

/** Flags of WebAuthn's authenticator data: the person was there, and was verified (PIN, finger, face). */
const presentAndVerified = 0b101;

/** Whether a passkey made this signature over the statement as its challenge (WebAuthn level 3, section 7.2). */
function byPasskey({ statement, signature, key, assertion }: BundledSignoff): boolean {
  if (typeof key === 'string' || assertion === undefined) return false;
  const client = Buffer.from(assertion.clientDataJSON, 'base64url');
  const authenticator = Buffer.from(assertion.authenticatorData, 'base64url');
  const { type, challenge } = JSON.parse(client.toString()) as { type?: string; challenge?: string };
  const flags = authenticator[32] ?? 0;
  if (type !== 'webauthn.get' || challenge !== sha256(statement).toString('base64url')) return false;
  if ((flags & presentAndVerified) !== presentAndVerified) return false;
  const publicKey = createPublicKey({ key: key as JsonWebKey, format: 'jwk' });
  const signed = Buffer.concat([authenticator, sha256(client)]);
  return verify(key['kty'] === 'OKP' ? null : 'sha256', signed, publicKey, Buffer.from(signature, 'base64'));
}

function bySignature(signoff: BundledSignoff): boolean {
  try {
    if (signoff.method === 'passkey') return byPasskey(signoff);
    const key = typeof signoff.key === 'string' ? readVerifier(signoff.key) : undefined;
    return key !== undefined && verifyText(signoff.statement, Buffer.from(signoff.signature, 'base64'), key);
  } catch {
    return false;
  }
}

/** Each sign-off: is it over this content, of this incident, and made by the key it names? */
export function checkSignoffs({ signoffs, content, incident, keys }: Bundle): Check[] {
  const wanted = sha256(content).toString('hex');
  return signoffs.map((signoff) => {
    const part = `sign-off of ${signoff.role} by ${signoff.person}`;
    if (!bySignature(signoff))
      return { part, holds: false, says: 'the signature is not by the key it names over its statement' };
    const said = JSON.parse(signoff.statement) as {
      sha256?: string;
      role?: string;
      at?: string;
      incident?: { id?: string };
      person?: { name?: string };
      signedInBy?: string;
    };
    if (said.sha256 !== wanted)
      return { part, holds: false, says: 'it is over another content: the document was changed after it' };
    if (said.incident?.id !== incident.id || said.role !== signoff.role || said.person?.name !== signoff.person)
      return { part, holds: false, says: 'its statement is about another incident, role or person' };
    if (signoff.method === 'server' && !keys.includes(signoff.key as string))
      return { part, holds: false, says: 'it is by a key that is none of this log' };
    const how =
      signoff.method === 'passkey' ? "the person's passkey" : `the server, over a sign-in by ${said.signedInBy}`;
    return { part, holds: true, says: `over this content on ${said.at}, by ${how}` };
  });
}
