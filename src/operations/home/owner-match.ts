/** How a text names somebody. */
export type NamedBy = 'name' | 'email' | 'handle';

const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
const between = /[,;/&|()<>]|\band\b/i;

/**
 * Whether a text such as `@ann, Bob Stone <bob@example.org>` names a person, and by what: the whole name, the e-mail address, or a
 * handle, which is the address up to its @, or the name written together or with a dot, hyphen or underscore.
 */
export function ownerMatch({ name, email }: { name: string; email: string }): (text: string) => NamedBy | undefined {
  const [whole, address] = [plain(name), plain(email)];
  const words = whole.split(' ');
  const handles = new Set([address.split('@')[0] ?? '', ...['', '.', '-', '_'].map((mark) => words.join(mark))]);
  handles.delete('');
  return (text) => {
    const parts = text.slice(0, 500).split(between).map(plain);
    if (whole !== '' && parts.includes(whole)) return 'name';
    if (address !== '' && parts.includes(address)) return 'email';
    return parts.some((part) => part.startsWith('@') && handles.has(part.slice(1))) ? 'handle' : undefined;
  };
}
