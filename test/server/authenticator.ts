import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { type Cbor, cbor } from './cbor.ts';

/** An authenticator as WebAuthn describes it, without a person: genuine ES256 registrations and assertions, byte for byte. */
export type Authenticator = {
  /** Id of its credential, base64url. */
  id: string;
  /** Its public key as COSE, as a server keeps it. */
  publicKey: Uint8Array<ArrayBuffer>;
  /** Answers `navigator.credentials.create`. */
  register: (options: { challenge: string; rp: { id?: string } }) => RegistrationJson;
  /** Answers `navigator.credentials.get`; `over` makes it lie. */
  assert: (options: { challenge: string; rpId?: string }, over?: Lies) => AssertionJson;
};

/** What a forged assertion says otherwise. */
export type Lies = { origin?: string; verified?: boolean; counter?: number };

type Common = { id: string; rawId: string; type: 'public-key'; clientExtensionResults: Record<string, never> };
export type RegistrationJson = Common & {
  response: { clientDataJSON: string; attestationObject: string; transports: 'internal'[] };
};
export type AssertionJson = Common & {
  response: { clientDataJSON: string; authenticatorData: string; signature: string };
};

const userPresent = 0x01;
const userVerified = 0x04;
const withCredential = 0x40;
const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

/** Makes an authenticator for pages of one origin. */
export function softwareAuthenticator(origin: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const coordinate = (text: string) => Buffer.from(text, 'base64url');
  // COSE: key type 2 (EC2), algorithm -7 (ES256), curve 1 (P-256), both coordinates.
  const parts: [number, Cbor][] = [
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, coordinate(x)],
    [-3, coordinate(y)],
  ];
  const cose = cbor(new Map<number | string, Cbor>(parts));
  const credential = randomBytes(32);
  const id = base64url(credential);
  let counter = 0;
  const common: Common = { id, rawId: id, type: 'public-key', clientExtensionResults: {} };
  const clientData = (type: string, challenge: string, from: string) =>
    JSON.stringify({ type, challenge, origin: from, crossOrigin: false });
  const authenticatorData = (
    relyingParty: string,
    flags: number,
    count: number,
    more: Uint8Array = Buffer.alloc(0),
  ) => {
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(count);
    return Buffer.concat([sha256(relyingParty), Buffer.from([flags]), counted, more]);
  };
  const host = new URL(origin).hostname;
  return {
    id,
    publicKey: new Uint8Array(cose),
    register: ({ challenge, rp }) => {
      const length = Buffer.from([0, credential.length]);
      const attested = Buffer.concat([Buffer.alloc(16), length, credential, cose]);
      const authData = authenticatorData(rp.id ?? host, userPresent | userVerified | withCredential, counter, attested);
      const object = new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]);
      const clientDataJSON = base64url(clientData('webauthn.create', challenge, origin));
      return {
        ...common,
        response: { clientDataJSON, attestationObject: base64url(cbor(object)), transports: ['internal'] },
      };
    },
    assert: ({ challenge, rpId }, over = {}) => {
      counter = over.counter ?? counter + 1;
      const flags = userPresent | (over.verified === false ? 0 : userVerified);
      const authData = authenticatorData(rpId ?? host, flags, counter);
      const client = clientData('webauthn.get', challenge, over.origin ?? origin);
      const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey);
      const response = {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(authData),
        signature: base64url(signature),
      };
      return { ...common, response };
    },
  };
}
