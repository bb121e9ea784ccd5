/** Types a browser shows without running anything of them; all others are only ever saved. */
const shown = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'text/plain; charset=utf-8',
  'application/json',
  'application/x-ndjson',
]);

/** Control characters, path separators, quotes, and marks that turn the direction of writing (`gpj.exe` for `exe.jpg`). */
const unsafe = /[\0-\x1f\x7f"\\/:*?<>|\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

const percent = (text: string) =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** `filename` for old readers and RFC 6266's `filename*` for all others. */
function disposition(kind: 'inline' | 'attachment', fileName: string): string {
  const clean = fileName
    .toWellFormed()
    .replace(unsafe, '_')
    .slice(0, 150)
    .toWellFormed()
    .replace(/^[ .]{1,150}/, '');
  const name = clean === '' ? 'evidence' : clean;
  return `${kind}; filename="${name.replace(/[^\x20-\x7e]|%/g, '_')}"; filename*=UTF-8''${percent(name)}`;
}

/**
 * The headers an evidence object is served with, so that hostile content stays content: no type guessing, no script,
 * no frame, no use by other sites, and saved instead of shown but for plain images and text.
 * Length and range are the caller's.
 */
export function safeHeaders(object: { sha256: string; type: string }, fileName?: string): Record<string, string> {
  const show = shown.has(object.type);
  return {
    'Content-Type': show ? object.type : 'application/octet-stream',
    'Content-Disposition': disposition(show ? 'inline' : 'attachment', fileName ?? object.sha256.slice(0, 16)),
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'private, no-cache',
    ETag: `"${object.sha256}"`,
    'Accept-Ranges': 'bytes',
  };
}
