/** Lengths of time that are easy to read at an axis, in seconds. */
const marks = [10, 60, 300, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400, 172_800, 604_800, 2_592_000];

/** A logarithmic axis: what is twice as long stands the same step higher, be it minutes or days. */
export type Scale = { ticks: number[]; at: (seconds: number) => number };

/** The axis for these lengths: 0 is the foot, 1 the top. It begins and ends at a mark, so that a single dot stands between lines; at most four. */
export function scaleOf(seconds: number[]): Scale {
  const least = Math.max(30, Math.min(...seconds)) / 1.1;
  const most = Math.max(60, ...seconds) * 1.1;
  const low = marks.findLast((mark) => mark <= least) ?? least;
  const high = marks.find((mark) => mark >= most) ?? most;
  const at = (value: number) => Math.log(Math.max(value, low) / low) / Math.log(high / low);
  const inside = marks.filter((mark) => mark >= low && mark <= high);
  const step = Math.ceil(inside.length / 4);
  return { ticks: inside.filter((_, index) => (inside.length - 1 - index) % step === 0), at };
}
