import { type Said, say } from '../record/said.ts';

/** Readable name of a figure or a milestone: `timeToDetect` is "time to detect". */
export function readable(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** The same as a part of a sentence, which a language may say by the words that it has for it. */
export const term = (name: string): Said => ({ form: readable(name), values: {} });

/** Dashes for code names: `timeToDetect` is `time-to-detect`. */
export function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Text for a message: one line, without control or direction characters, at most 80 characters. */
export function quote(text: string): string {
  const clean = text
    .slice(0, 200)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return `"${clean.length > 80 ? `${clean.slice(0, 79)}…` : clean}"`;
}

/** An action within a message: by its id, else by its text. */
export const called = ({ id, text }: { id?: string | undefined; text?: string | undefined }): string | Said =>
  id ?? (text === undefined ? say`The action` : quote(text));
