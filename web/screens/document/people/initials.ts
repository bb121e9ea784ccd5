/** At most two letters for a name: the first of its first and of its last word; `?` for one without any. */
export function initials(name: string): string {
  const parts = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = '', last = ''] = [parts[0], parts.length > 1 ? parts.at(-1) : ''];
  const letters = [...first]
    .slice(0, 1)
    .concat([...last].slice(0, 1))
    .join('');
  return letters === '' ? '?' : letters.toLocaleUpperCase();
}
