import { textType } from './text-type.ts';

/** How many bytes from the start the type is told by. */
export const headBytes = 65_536;

const unknown = 'application/octet-stream';
const typePattern = /^[a-z]{1,20}\/[a-z0-9][a-z0-9.+-]{0,80}$/;

/** Formats that may be made of letters only. Other signatures are as short as `BM`, which a log may begin with. */
const lettersOnly = new Set(['application/pdf', 'application/postscript', 'application/eps', 'application/rtf']);

// Loaded with the first upload: 9 MB and 20 ms that a server without uploads need not spend.
async function signatureType(head: Uint8Array): Promise<string | undefined> {
  const { fileTypeFromBuffer } = await import('file-type/core');
  try {
    const found = await fileTypeFromBuffer(head);
    return found !== undefined && typePattern.test(found.mime) ? found.mime : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The media type that content has by its own bytes; a name or a claimed type is never asked.
 * @param head its first bytes, `headBytes` at most @param bytes its size
 */
export async function sniffType(head: Uint8Array, bytes: number): Promise<string> {
  if (bytes === 0) return unknown;
  const text = textType(head, bytes <= head.length);
  const signature = await signatureType(head);
  if (text === undefined) return signature ?? unknown;
  return signature !== undefined && lettersOnly.has(signature) ? signature : text;
}
