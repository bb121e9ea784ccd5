const yes = /^[\s*_✅☑✔]{0,6}(?:yes|true|ja|oui|s[ií]|compromised|breached|lost)\b|^\s*[✅☑✔]/i;
const no = /^[\s*_❌✗✘☒]{0,6}(?:no|none|false|nein|non|not required|not compromised|unchanged|n\/a)\b|^\s*[❌✗✘☒]/i;

/** What a yes/no field says: true, false, or undefined for anything that is not certain (`Yes/No`, `maybe`, hints). */
export function readAnswer(text: string | undefined): boolean | undefined {
  if (text === undefined || /^\W{0,3}yes\s?\/\s?no\b/i.test(text)) return undefined;
  if (no.test(text)) return false;
  return yes.test(text) ? true : undefined;
}
