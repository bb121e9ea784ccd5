/** What the server gives for `navigator.credentials.get`: bytes in base64url. */
export type PasskeyOptions = {
  challenge: string;
  rpId?: string;
  timeout?: number;
  userVerification?: UserVerificationRequirement;
  allowCredentials?: { id: string; type: 'public-key'; transports?: AuthenticatorTransport[] }[];
};

const decoded = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const encoded = (buffer: ArrayBuffer): string =>
  btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Whether this browser knows passkeys at all. */
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in globalThis;

/** Has the passkey sign the challenge, as JSON for `signoff.sign`. @throws DOMException `NotAllowedError` when the person says no */
export async function assertionFor({ challenge, allowCredentials = [], ...rest }: PasskeyOptions) {
  const given = (await navigator.credentials.get({
    publicKey: {
      ...rest,
      challenge: decoded(challenge),
      allowCredentials: allowCredentials.map((one) => ({ ...one, id: decoded(one.id) })),
    },
  })) as PublicKeyCredential;
  const { clientDataJSON, authenticatorData, signature, userHandle } = given.response as AuthenticatorAssertionResponse;
  return {
    id: given.id,
    rawId: given.id,
    type: given.type,
    response: {
      clientDataJSON: encoded(clientDataJSON),
      authenticatorData: encoded(authenticatorData),
      signature: encoded(signature),
      userHandle: userHandle === null ? null : encoded(userHandle),
    },
  };
}
