/** Whether a text is an http address that a link can be made of. */
export const isUrl = (text: unknown): text is string =>
  typeof text === 'string' && /^https?:\/\/[^\s]{1,4000}$/.test(text);
