/** A signature over a statement, with what is needed to verify it anywhere. */
export type Signature = {
  /** Id of the passkey or of the server's key. */
  keyId: string;
  /** Of a passkey its COSE key in base64, of the server its verifier key (`name+hash+base64`). */
  publicKey: string;
  bytes: Uint8Array;
  /** What a passkey signed: these bytes (base64url) hold the challenge. */
  assertion?: { clientDataJSON: string; authenticatorData: string };
};
