const schemes = new Set(['http', 'https', 'mailto']);
/** Controls, blanks that browsers drop, zero-width and bidi characters: all hide what an address is. */
// eslint-disable-next-line no-control-regex
const tricks = /[\u0000-\u0020\u007F-\u00A0\u00AD\u061C\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFEFF]/;

/**
 * The address if it may be followed: http, https, mailto, relative, or `#anchor`. Everything else, and every address that
 * hides characters, gives undefined. An address without scheme (`//host`) becomes https.
 */
export function safeLink(url: string): string | undefined {
  const address = url.trim();
  if (address === '' || tricks.test(address)) return undefined;
  if (/^[\\/]{2}/.test(address)) return `https://${address.slice(2)}`;
  const scheme = /^([^/?#]*?)(?::|&colon)/i.exec(address)?.[1];
  if (scheme === undefined) return address;
  return schemes.has(scheme.toLowerCase()) && address.includes(':') ? address : undefined;
}

/** The address of an image that a self-contained file may show: a raster image within the address itself. */
export function inlineImage(url: string): string | undefined {
  const match = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*$/i.exec(url.trim());
  return match?.[0];
}
