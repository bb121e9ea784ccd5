// eslint-disable-next-line no-control-regex -- finding control characters is the purpose
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/** A text without control characters (line ends and tabs stay) and halves of characters: neither can be stored. */
export const cleanText = (text: string): string => text.replace(controls, '').toWellFormed();
