const decoder = new TextDecoder('utf-8', { fatal: true });

/** Whether lead bytes and continuation bytes alternate as UTF-8 has them; the decoder's refusal is far dearer. */
function looksLikeUtf8(bytes: number[]): boolean {
  let pending = 0;
  for (const byte of bytes) {
    const isContinuation = byte >= 0x80 && byte < 0xc0;
    if (isContinuation !== pending > 0) return false;
    if (isContinuation) pending--;
    else if (byte >= 0xc2 && byte < 0xf5) pending = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    else if (byte >= 0x80) return false;
  }
  return pending === 0;
}

/** The text of UTF-8 bytes, or undefined when they are not UTF-8. */
export function decodeUtf8(bytes: number[]): string | undefined {
  if (!looksLikeUtf8(bytes)) return undefined;
  try {
    return decoder.decode(new Uint8Array(bytes));
  } catch {
    return undefined;
  }
}

const likely = /^[\p{Extended_Pictographic}\p{Emoji_Component}\p{P}\p{S}\p{L}\p{M}\u00a0\u200b-\u200d]+$/u;
const rareLatin = /[\u0180-\u024f\u0250-\u02af]/;

/** Whether a repaired run is something people write: letters, punctuation, symbols, emoji; no IPA, no controls. */
export function plausible(text: string): boolean {
  return likely.test(text) && !rareLatin.test(text);
}

/** Bytes that windows-1252 has no character for; decoders drop them. */
const lostBytes = [0x8f, 0x8d, 0x90, 0x81, 0x9d];

/** What a lossy run most likely was, where several emoji fit: the ones that documents head their sections with. */
const common = ['🔍', '⏰', '⏳', '🛠️', '⚠️', '✏️', '🏗️', '🗂️', '❌', '⏱️', 'ℹ️', '🔐', '🏁', '❗', '❓', '👍', '🐛'];

/** Puts one or two lost bytes back into a run, when that gives an emoji; a common one is preferred. */
export function decodeLossy(bytes: number[]): string | undefined {
  if ((bytes[0] ?? 0) < 0xc2 || bytes.length > 8) return undefined;
  const candidates: string[] = [];
  for (const once of withLostByte(bytes)) {
    push(candidates, once);
    for (const twice of withLostByte(once)) push(candidates, twice);
  }
  return (
    common.find((emoji) => candidates.includes(emoji)) ??
    candidates.find((text) => /\p{Emoji_Presentation}/u.test(text))
  );
}

function withLostByte(bytes: number[]): number[][] {
  const found: number[][] = [];
  for (let at = 1; at <= bytes.length; at++)
    for (const byte of lostBytes) found.push([...bytes.slice(0, at), byte, ...bytes.slice(at)]);
  return found;
}

function push(candidates: string[], bytes: number[]): void {
  const text = decodeUtf8(bytes);
  if (text !== undefined && /^\p{Extended_Pictographic}/u.test(text) && plausible(text)) candidates.push(text);
}
