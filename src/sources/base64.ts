/** Bytes of a Base64 text; undefined when it is none. */
export function base64Bytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  const clean = text.trim();
  if (clean === '' || !/^[A-Za-z0-9+/]*={0,2}$/.test(clean)) return undefined;
  try {
    return Uint8Array.from(atob(clean), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
