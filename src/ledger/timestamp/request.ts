import { hash } from 'node:crypto';
import { tags, writeDer } from './der.ts';
import { oids } from './oids.ts';

/** The identity of SHA-256 with its empty parameters. */
const sha256 = writeDer(tags.sequence, writeDer(tags.oid, Buffer.from(oids.sha256, 'hex')), writeDer(tags.nothing));

/** A nonce of sixteen random bytes as a DER integer must be: positive, without a leading zero. */
export function nonceOf(random: Uint8Array): Uint8Array {
  const nonce = Uint8Array.from(random);
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
  return nonce;
}

/** Asks an authority to stamp a text (RFC 3161 section 2.4.1), and to send its certificate along. */
export const timestampRequest = (text: string, nonce: Uint8Array): Uint8Array =>
  writeDer(
    tags.sequence,
    writeDer(tags.integer, Uint8Array.of(1)),
    writeDer(tags.sequence, sha256, writeDer(tags.octets, hash('sha256', text, 'buffer'))),
    writeDer(tags.integer, nonce),
    writeDer(tags.boolean, Uint8Array.of(0xff)),
  );
