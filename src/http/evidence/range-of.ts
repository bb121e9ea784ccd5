import type { ByteRange } from '../../store/evidence/index.ts';

const form = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * The bytes that a `Range` header names in an object of so many: a range, `none` that lies in it, or undefined for all of it. Several
 * ranges at once and other units are answered with all of it, as RFC 9110 allows.
 */
export function rangeOf(header: string | undefined, bytes: number): ByteRange | 'none' | undefined {
  const [, first = '', last = ''] = form.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') return Number(last) === 0 ? 'none' : { from: Math.max(0, bytes - Number(last)), to: bytes - 1 };
  const from = Number(first);
  const to = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (last !== '' && Number(last) < from) return undefined;
  return from >= bytes ? 'none' : { from, to };
}
