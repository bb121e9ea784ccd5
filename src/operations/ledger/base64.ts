/** Bytes as text, as C2SP notes write hashes: standard base64 with padding. */
export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
