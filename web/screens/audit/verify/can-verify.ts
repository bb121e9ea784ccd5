/**
 * Whether this browser can check hashes and signatures here: its cryptography is there on `https:` and localhost only, and
 * Ed25519 is in browsers since 2025.
 */
export async function canVerify(): Promise<boolean> {
  // oxlint-disable-next-line typescript/no-unnecessary-condition -- absent on plain http, whatever the types say
  if (globalThis.crypto?.subtle === undefined) return false;
  try {
    await crypto.subtle.importKey('raw', new Uint8Array(32), 'Ed25519', false, ['verify']);
    return true;
  } catch (error) {
    return !(error instanceof DOMException && error.name === 'NotSupportedError');
  }
}
