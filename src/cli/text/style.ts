import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** What a piece of text is, and how it looks in colour. */
const formats = {
  error: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  note: ['cyan', 'bold'],
  good: ['green'],
  strong: ['bold'],
  faint: ['dim'],
  frame: ['blue'],
  link: ['underline'],
} as const satisfies Record<string, Format>;

export type Look = keyof typeof formats;
/** Dresses a text; without colour it comes back as it is. */
export type Style = (look: Look, text: string) => string;

/** The style for a stream that shows colour, or not. */
export const styleFor =
  (colour: boolean): Style =>
  (look, text) =>
    colour && text !== '' ? styleText(formats[look], text, { validateStream: false }) : text;
