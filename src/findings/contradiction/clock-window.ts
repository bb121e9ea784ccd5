const clock = '(\\d{1,2}):(\\d\\d)(\\s?[ap]\\.?m\\b\\.?)?(?:\\s?(?:UTC|GMT|Z))?';
const first = `(?<![\\d:])${clock}`;
const second = `(?:-|–|—|to|and|until|till)\\s{0,2}${clock}(?!\\d|:\\d)`;
const form = `${first}\\s{0,2}${second}`;

/** Does a text hold a window of clock times at all? */
export const hasWindow = new RegExp(form, 'i');
const every = new RegExp(form, 'gi');
/** Where windows may begin, also one that begins with the end of another, or at the end of a line. */
export const windowStarts = new RegExp(`${first}(?=\\s{0,3}${second.replace('{0,2}', '{0,3}')})`, 'gi');

/** A window such as `09:12 to 09:40`, in minutes; over midnight when its end is the smaller time. `to`: offset behind it; `from`, `until`: minutes of the day. */
export type ClockWindow = { minutes: number; text: string; to: number; from: number; until: number };

function minutesOf(hour: string | undefined, minute: string | undefined, half: string | undefined): number {
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return hours * 60 + Number(minute);
}

/** Every window of clock times in a text. `5:05 to 7:20 p.m.` names its half of the day once. */
export function findWindows(text: string): ClockWindow[] {
  return [...text.matchAll(every)].map((match) => {
    const [whole, h1, m1, half1, h2, m2, half2] = match;
    const shared = half1 ?? (Number(h1) < 12 ? half2 : undefined);
    const [from, until] = [minutesOf(h1, m1, shared), minutesOf(h2, m2, half2)];
    const minutes = until < from ? until - from + 1440 : until - from;
    return { minutes, text: whole, to: match.index + whole.length, from, until };
  });
}
