/**
 * Letters, as the inside of a character class: Latin, Greek, Cyrillic, and the scripts up to Hangul, without the signs between them.
 * For patterns that look at every character of a text: `\p{L}` is searched for in a table there, which takes most of their time.
 */
export const letters = 'A-Za-zªµº\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff';
