/** A signature over a statement, with what is needed to verify it anywhere. */
export type Signature = {
  /** Id of the passkey or of the server's key. */
  keyId: string;
  /** Base64: of a passkey its COSE key, of the server's key the 32 bytes of Ed25519. */
  publicKey: string;
  bytes: Uint8Array;
  /** What a passkey signed: these bytes (base64url) hold the challenge. */
  assertion?: { clientDataJSON: string; authenticatorData: string };
};
