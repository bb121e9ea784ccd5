/** What a passkey is bound to: the host of the origin, and what a browser shows. */
export const relyingParty = (origin: string): { id: string; name: string } => ({
  id: new URL(origin).hostname,
  name: 'Hindcast',
});

/** Kinds of keys taken: Ed25519, P-256 and RSA, which every verifier of a signature knows; COSE numbers. */
export const algorithms = [-8, -7, -257];

/** Purposes of WebAuthn challenges; one is never taken for the other. */
export const registering = 'passkey.add';
export const signingIn = 'passkey.sign-in';
