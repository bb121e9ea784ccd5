const clock = '(\\d{1,2}):(\\d\\d)(?:\\s?(?:UTC|GMT|Z))?';
const form = `(?<![\\d:])${clock}\\s{0,2}(?:-|–|—|to|and|until|till)\\s{0,2}${clock}(?!\\d|:\\d)`;

/** Does a text hold a window of clock times at all? */
export const hasWindow = new RegExp(form);
const every = new RegExp(form, 'g');

/** A window such as `09:12 to 09:40`, in minutes; over midnight when its end is the smaller time. `to`: offset behind it. */
export type ClockWindow = { minutes: number; text: string; to: number };

/** Every window of clock times in a text. */
export function findWindows(text: string): ClockWindow[] {
  return [...text.matchAll(every)].map((match) => {
    const [whole, h1, m1, h2, m2] = match;
    const length = Number(h2) * 60 + Number(m2) - Number(h1) * 60 - Number(m1);
    return { minutes: length < 0 ? length + 1440 : length, text: whole, to: match.index + whole.length };
  });
}
