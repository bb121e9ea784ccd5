import { LedgerError } from '../ledger-error.ts';

/** Parts of a stream, sync or not, of any length. */
export type Pages<T> = Iterable<T[]> | AsyncIterable<T[]>;

/** The same items in pieces of one length, but for the last. */
export async function* inPieces<T>(pages: Pages<T>, length: number): AsyncGenerator<T[]> {
  if (length < 1) throw new LedgerError('ledger.out-of-range', 'pieces need a length');
  let held: T[] = [];
  for await (const page of pages) {
    let at = 0;
    if (held.length > 0) {
      at = length - held.length;
      held = held.concat(page.slice(0, at));
      if (held.length < length) continue;
      yield held;
    }
    for (; at + length <= page.length; at += length) yield page.slice(at, at + length);
    held = page.slice(at);
  }
  if (held.length > 0) yield held;
}
