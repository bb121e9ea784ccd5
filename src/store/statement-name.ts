import { hash } from 'node:crypto';

const names = new Map<string, { name: string }>();
/** Beyond this many texts something writes values into them; those are not prepared under a name for ever. */
const mostNames = 2000;

/** Longer ones are of one call, such as a change of hundreds of entries: they would be kept here and on every connection for nothing. */
const longestText = 20_000;

/** A name for a prepared statement, the same for the same text; none for long texts, nor when there are too many. */
export function named(text: string): { name?: string } {
  if (text.length > longestText) return {};
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNames) return {};
  const made = { name: hash('sha256', text, 'hex').slice(0, 32) };
  names.set(text, made);
  return made;
}
