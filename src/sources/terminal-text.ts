// eslint-disable-next-line no-control-regex -- an escape begins each colour
const colours = /\u001B\[[\d;]{0,40}[A-Za-z]/g;

/** A text without its byte order mark, and without the colours that a terminal's output was copied or saved with. Lines stay. */
export const terminalText = (text: string): string => text.replace(/^\uFEFF/, '').replace(colours, '');
