import { LedgerError } from '../ledger-error.ts';

/** One element of DER (ITU-T X.690): its tag, its content, and all of its bytes. */
export type Der = { tag: number; content: Uint8Array; whole: Uint8Array };

const malformed = (reason: string) => new LedgerError('ledger.malformed', `this is no time stamp: ${reason}`);

/** Reads the element at the beginning. Lengths of more than four bytes and indefinite ones are none of DER. @throws LedgerError */
function readOne(bytes: Uint8Array): Der {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined) throw malformed('it ends too early');
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  if (first === 0x80 || lengthBytes > 4) throw malformed('a length is not of DER');
  const length =
    lengthBytes === 0 ? first : bytes.subarray(2, 2 + lengthBytes).reduce((sum, byte) => sum * 256 + byte, 0);
  const to = 2 + lengthBytes + length;
  if (to > bytes.length) throw malformed('it ends too early');
  return { tag, content: bytes.subarray(2 + lengthBytes, to), whole: bytes.subarray(0, to) };
}

/** The elements one after another. @throws LedgerError `ledger.malformed` */
export function readDer(bytes: Uint8Array): Der[] {
  const elements: Der[] = [];
  for (let at = 0; at < bytes.length; at += elements.at(-1)?.whole.length ?? 1)
    elements.push(readOne(bytes.subarray(at)));
  return elements;
}

/** What is in an element of some tag. @throws LedgerError when there is none or it is another */
export function inside(element: Der | undefined, tag: number): Der[] {
  if (element?.tag !== tag) throw malformed(`an element of type ${tag} is missing`);
  return readDer(element.content);
}

/** The content of an element of some tag. @throws LedgerError when there is none or it is another */
export function contentOf(element: Der | undefined, tag: number): Uint8Array {
  if (element?.tag !== tag) throw malformed(`an element of type ${tag} is missing`);
  return element.content;
}

/** An element as bytes. */
export function writeDer(tag: number, ...content: Uint8Array[]): Uint8Array {
  const body = Buffer.concat(content);
  const digits = body.length < 0x80 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Uint8Array.of(tag, ...digits), body]);
}

/** Tags used by time stamps. */
export const tags = {
  boolean: 1,
  integer: 2,
  octets: 4,
  nothing: 5,
  oid: 6,
  sequence: 0x30,
  set: 0x31,
  time: 0x18,
  first: 0xa0,
} as const;
