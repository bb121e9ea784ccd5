// RSABSSA-SHA384-PSSZERO-Deterministic of RFC 9474, the side of the one who votes. The numbers are large and none is secret for long:
// what the random factor hides is a ballot that is used once.

/** The public key of a poll, as its server tells it (JWK). */
export type PublicNumbers = { n: string; e: string };

/** A ballot that was sent to be signed: `blinded` goes to the server, `unblind` stays here. */
export type Blinded = { blinded: string; unblind: string };

const hashBytes = 48;

const toBytes = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
const toText = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const toNumber = (bytes: Uint8Array): bigint => bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
function fromNumber(number: bigint, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let index = length - 1, rest = number; index >= 0; index -= 1, rest >>= 8n) bytes[index] = Number(rest & 255n);
  return bytes;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, factor] = [1n, base % modulus];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * factor) % modulus;
    factor = (factor * factor) % modulus;
  }
  return result;
}

/** The inverse by Euclid's algorithm; undefined where there is none. */
function inverse(value: bigint, modulus: bigint): bigint | undefined {
  let [old, rest, oldFactor, factor] = [value % modulus, modulus, 1n, 0n];
  while (rest !== 0n) {
    const times = old / rest;
    [old, rest] = [rest, old - times * rest];
    [oldFactor, factor] = [factor, oldFactor - times * factor];
  }
  return old === 1n ? ((oldFactor % modulus) + modulus) % modulus : undefined;
}

const sha384 = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-384', Uint8Array.from(bytes)));

/** EMSA-PSS-ENCODE (RFC 8017, 9.1.1) with an empty salt, for a modulus of so many bits. */
async function encoded(text: string, bits: number): Promise<Uint8Array> {
  const length = Math.ceil((bits - 1) / 8);
  const message = await sha384(new TextEncoder().encode(text));
  const hash = await sha384(Uint8Array.from([...new Uint8Array(8), ...message]));
  const block = new Uint8Array(length - hashBytes - 1);
  block[block.length - 1] = 1;
  for (let start = 0, counter = 0; start < block.length; start += hashBytes, counter += 1) {
    const mask = await sha384(Uint8Array.from([...hash, ...fromNumber(BigInt(counter), 4)]));
    for (let index = 0; index < hashBytes && start + index < block.length; index += 1)
      block[start + index] = (block[start + index] ?? 0) ^ (mask[index] ?? 0);
  }
  block[0] = (block[0] ?? 0) & (255 >> (8 * length - (bits - 1)));
  return Uint8Array.from([...block, ...hash, 0xbc]);
}

const numbersOf = ({ n, e }: PublicNumbers) => {
  const bytes = toBytes(n);
  const modulus = toNumber(bytes);
  return { modulus, exponent: toNumber(toBytes(e)), length: bytes.length, bits: modulus.toString(2).length };
};

/** Hides a text in a number that says nothing about it. */
export async function blind(text: string, key: PublicNumbers): Promise<Blinded> {
  const { modulus, exponent, length, bits } = numbersOf(key);
  const message = toNumber(await encoded(text, bits));
  for (;;) {
    // 16 bytes more than the modulus: what is left after the division is as good as evenly spread.
    const factor = toNumber(crypto.getRandomValues(new Uint8Array(length + 16))) % modulus;
    const back = inverse(factor, modulus);
    if (factor < 2n || back === undefined) continue;
    const hidden = (message * power(factor, exponent, modulus)) % modulus;
    return { blinded: toText(fromNumber(hidden, length)), unblind: toText(fromNumber(back, length)) };
  }
}

/** The signature over the text itself; undefined when the server signed something else. */
export async function unblinded(
  text: string,
  key: PublicNumbers,
  { unblind, signature }: { unblind: string; signature: string },
): Promise<string | undefined> {
  const { modulus, exponent, length, bits } = numbersOf(key);
  const signed = (toNumber(toBytes(signature)) * toNumber(toBytes(unblind))) % modulus;
  const says = power(signed, exponent, modulus);
  return says === toNumber(await encoded(text, bits)) ? toText(fromNumber(signed, length)) : undefined;
}
