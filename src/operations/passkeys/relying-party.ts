/** What a passkey is bound to: the host of the origin, and what a browser shows. */
export const relyingParty = (origin: string): { id: string; name: string } => ({
  id: new URL(origin).hostname,
  name: 'Hindcast',
});

/** Purposes of WebAuthn challenges; one is never taken for the other. */
export const registering = 'passkey.add';
export const signingIn = 'passkey.sign-in';
