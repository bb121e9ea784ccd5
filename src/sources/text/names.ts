/** A short name: words that begin with a capital, or one handle. */
const nameWord = String.raw`(?:[\p{Lu}][\p{L}\d.'’()_-]{0,30}|von|van|de|der|da|di|el|al|bin)`;
const name = new RegExp(
  String.raw`^\s*(@?(?:${nameWord}(?:\s${nameWord}){0,4}|[\p{Ll}][\w.-]{1,30}))(?:\s+(?:APP|BOT))?[\s,—–|-]*[[(]?$`,
  'u',
);

/** The name that is all of a text, without the sign of a program behind it; undefined when it is something else. */
export const nameOnly = (text: string): string | undefined => (text.length <= 80 ? name.exec(text)?.[1] : undefined);

/** True for the sign that Slack writes before the time of a program's message, its name on the line above. */
export const isProgramSign = (text: string | undefined): boolean => /^(?:APP|BOT|WORKFLOW)$/.test(text ?? '');
