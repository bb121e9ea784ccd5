/** Readable name of a figure or a milestone: `timeToDetect` is "time to detect". */
export function readable(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

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
