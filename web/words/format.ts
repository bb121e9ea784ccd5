/** The language that is spoken, as `Intl` names it. Set once, before the first screen is there. */
export const spoken = { locale: 'en' };

/** Makes something of the language when it is first needed: the catalogue is read before the language is known. */
export function lazily<Made>(make: (locale: string) => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make(spoken.locale));
}

/** Writes moments in one form. */
export function dateFormat(options: Intl.DateTimeFormatOptions): (at: Date | number) => string {
  const form = lazily((locale) => new Intl.DateTimeFormat(locale, options));
  return (at) => form().format(at);
}

/** Writes numbers in one form: with a unit, as money, as a share. */
export function numberFormat(options: Intl.NumberFormatOptions = {}): (value: number) => string {
  const form = lazily((locale) => new Intl.NumberFormat(locale, options));
  return (value) => form().format(value);
}

/** A text as it begins a line. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(spoken.locale) + text.slice(1);
