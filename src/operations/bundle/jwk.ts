/**
 * A COSE key (RFC 9052) of a passkey as JWK, which any library reads: P-256, Ed25519 or RSA, the three that WebAuthn asks for.
 * Undefined for another kind. The few bytes of CBOR that such a key is made of are read here and nothing more.
 */
export function jwkOfCose(cose: Uint8Array): Record<string, string> | undefined {
  const fields = readMap(Buffer.from(cose));
  const text = (key: number): string => {
    const value = fields.get(key);
    return value instanceof Uint8Array ? Buffer.from(value).toString('base64url') : '';
  };
  const kind = fields.get(1);
  if (kind === 2 && fields.get(-1) === 1) return { kty: 'EC', crv: 'P-256', x: text(-2), y: text(-3) };
  if (kind === 1 && fields.get(-1) === 6) return { kty: 'OKP', crv: 'Ed25519', x: text(-2) };
  if (kind === 3) return { kty: 'RSA', n: text(-1), e: text(-2) };
  return undefined;
}

/** A CBOR map of small whole numbers to whole numbers and byte strings. */
function readMap(bytes: Buffer): Map<number, number | Uint8Array> {
  const fields = new Map<number, number | Uint8Array>();
  let at = 1;
  const head = (): { major: number; value: number } => {
    const first = bytes[at++] ?? 0;
    const size = first & 31;
    if (size < 24) return { major: first >> 5, value: size };
    const length = 2 ** (size - 24);
    const value = bytes.readUIntBE(at, Math.min(length, 6));
    at += length;
    return { major: first >> 5, value };
  };
  for (let left = (bytes[0] ?? 0) & 31; left > 0; left -= 1) {
    const key = head();
    const { major, value } = head();
    const name = key.major === 1 ? -1 - key.value : key.value;
    if (major === 2) {
      fields.set(name, bytes.subarray(at, at + value));
      at += value;
    } else fields.set(name, major === 1 ? -1 - value : value);
  }
  return fields;
}
