import { call } from '../../api/call.ts';

const decode = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.codePointAt(0) ?? 0);
const encode = (buffer: ArrayBuffer): string =>
  btoa(String.fromCodePoint(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

type WithId = { id: string };
type Options = Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user' | 'excludeCredentials'> & {
  challenge: string;
  user: { id: string; name: string; displayName: string };
  excludeCredentials?: (WithId & { type: 'public-key' })[];
};

/** Whether this browser can make passkeys. */
export const canHavePasskeys = (): boolean => 'PublicKeyCredential' in window;

/** Has the browser make a passkey and the server keep it. @throws DOMException when the person or the device refuses, Problem */
export async function addPasskey(name: string): Promise<void> {
  const options = await call<Options>('passkey.begin');
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: decode(options.challenge),
      user: { ...options.user, id: decode(options.user.id) },
      excludeCredentials: (options.excludeCredentials ?? []).map((one) => ({ ...one, id: decode(one.id) })),
    },
  });
  const { id, type, response } = made as PublicKeyCredential & { response: AuthenticatorAttestationResponse };
  const answer = {
    id,
    rawId: id,
    type,
    response: {
      clientDataJSON: encode(response.clientDataJSON),
      attestationObject: encode(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  };
  await call('passkey.add', { name, answer });
}
