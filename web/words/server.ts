/** What the server and the checks say in English: a language has the same sentence with the same holes, `{0} of {1} actions`. */
export const serverWords = {
  /** The sentence of this language; the English one where there is none. */
  told: (english: string): string => english,
};
