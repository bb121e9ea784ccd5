const hex = /^(?:[0-9a-f]{2}){20,64}$/i;

/** The bytes of a signature in hexadecimal; undefined when it is none. */
export function hexBytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!hex.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Whether one of the signatures is the HMAC of `parts`, one after the other, under the secret. Compared in constant time. */
export async function isSigned(
  hash: 'SHA-1' | 'SHA-256',
  secret: string | Uint8Array<ArrayBuffer>,
  parts: (string | Uint8Array)[],
  signatures: Uint8Array<ArrayBuffer>[],
): Promise<boolean> {
  if (secret.length === 0) return false;
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash };
  const bytes = typeof secret === 'string' ? encoder.encode(secret) : secret;
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify']);
  const data = joined(parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part)));
  const found = await Promise.all(signatures.map((signature) => crypto.subtle.verify('HMAC', key, signature, data)));
  return found.includes(true);
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    data.set(part, at);
    at += part.length;
  }
  return data;
}
