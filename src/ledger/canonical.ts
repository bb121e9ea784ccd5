import canonicalize from 'canonicalize';

/**
 * A value as canonical JSON (RFC 8785): one text for one value, so that its hash can be made again anywhere.
 * @throws TypeError for what JSON cannot hold: NaN, Infinity, undefined at the top
 */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('there is no JSON of undefined');
  return text;
}
