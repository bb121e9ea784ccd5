/** Letters of what differs that are compared word by word. */
const mostLetters = 6000;

/** What differs between two texts, between the lines at both ends that are the same; and how many lines that are. */
export function changedLines(one: string, other: string): { before: string; after: string; count: number } {
  const [before, after] = [one.split(/\r?\n/), other.split(/\r?\n/)];
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const middle = (lines: string[]) => lines.slice(head, lines.length - tail);
  const text = (lines: string[]) => middle(lines).join('\n').trim().slice(0, mostLetters);
  return {
    before: text(before),
    after: text(after),
    count: Math.max(middle(before).length, middle(after).length),
  };
}
