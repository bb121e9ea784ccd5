import { repairText } from './encoding.ts';
import { plainText } from './plain.ts';

const numbering = /^\s*(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivx]{1,5})[.):]\s+|(?:\d{1,3}\.){1,4}\d{0,3}\s+)/;
const cache = new Map<string, string>();

/**
 * What headings are compared by: encoding repaired, NFKC, lower case, letters and digits only; numbering, emoji and
 * parentheses dropped. `## 2. ⏰ Timeline (UTC)` gives `timeline`. A heading that is only numbering keeps its digits.
 */
export function headingKey(text: string): string {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const key = makeKey(text.length > 400 ? text.slice(0, 400) : text);
  if (cache.size > 5000) cache.clear();
  cache.set(text, key);
  return key;
}

function makeKey(text: string): string {
  const plain = plainText(repairText(text)).normalize('NFKC').toLowerCase();
  const bare = plain
    .replace(/^[^\p{L}\p{N}(]+/u, '')
    .replace(numbering, '')
    .replace(/\([^()]{0,200}\)/g, ' ');
  const key = words(bare);
  return key === '' ? words(plain) : key;
}

function words(text: string): string {
  return text
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}
