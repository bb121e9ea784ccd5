/** Milliseconds of the steps a time axis may take. */
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 7, 14, 30, 90, 365].map((count) => count * day),
];

/** A quiet stretch longer than this may be folded, when it is most of the axis. */
const longQuietMs = 12 * hour;
const foldWidth = 46;
const maxFolds = 3;

/** A stretch of the axis drawn to scale. */
type Segment = { fromMs: number; toMs: number; left: number; right: number };
/** A quiet stretch that is folded away: where, and how long it lasted. */
export type Fold = { left: number; right: number; durationMs: number };
/** A time axis: position of an instant in units of the drawing, its ticks, and what is folded. */
export type Scale = { x(ms: number): number; ticks: number[]; stepMs: number; folds: Fold[] };

/** Long quiet stretches between events, such as the two weeks before the follow-up. The incident itself is never folded. */
function quietStretches(times: number[]): { fromMs: number; toMs: number }[] {
  const gaps = times.slice(1).map((toMs, index) => ({ fromMs: times[index] ?? toMs, toMs }));
  let restMs = (times.at(-1) ?? 0) - (times[0] ?? 0);
  const found: typeof gaps = [];
  for (const gap of gaps.toSorted((a, b) => b.toMs - b.fromMs - (a.toMs - a.fromMs))) {
    const lengthMs = gap.toMs - gap.fromMs;
    if (found.length === maxFolds || times.length < 4 || lengthMs < longQuietMs || lengthMs < restMs * 0.5) break;
    if (lengthMs === restMs) break;
    found.push(gap);
    restMs -= lengthMs;
  }
  return found.sort((a, b) => a.fromMs - b.fromMs);
}

function layOut(times: number[], left: number, right: number): Segment[] {
  const first = times[0] ?? 0;
  const last = times.at(-1) ?? first;
  const quiet = quietStretches(times);
  const ends = [...quiet.map((gap) => gap.fromMs), last];
  const starts = [first, ...quiet.map((gap) => gap.toMs)];
  const drawnMs = starts.reduce((sum, start, index) => sum + (ends[index] ?? start) - start, 0);
  const width = right - left - quiet.length * foldWidth;
  let at = left;
  return starts.map((fromMs, index) => {
    const toMs = ends[index] ?? fromMs;
    const segment = { fromMs, toMs, left: at, right: at + (drawnMs === 0 ? 0 : ((toMs - fromMs) / drawnMs) * width) };
    at = segment.right + foldWidth;
    return segment;
  });
}

/**
 * A linear time axis from `left` to `right` over sorted instants, with up to three long quiet stretches folded.
 * `offsetMs` shifts ticks to round wall times. Deterministic; one instant sits in the middle.
 */
export function timeScale(times: number[], left: number, right: number, offsetMs: number): Scale {
  const segments = layOut(times, left, right);
  const drawnMs = segments.reduce((sum, each) => sum + each.toMs - each.fromMs, 0);
  const stepMs = steps.find((step) => drawnMs / step <= 8) ?? Math.ceil(drawnMs / 8 / (365 * day)) * 365 * day;
  const x = (ms: number): number => {
    if (drawnMs === 0) return (left + right) / 2;
    const segment = segments.findLast((each) => each.fromMs <= ms) ?? segments[0];
    if (segment === undefined) return left;
    const spanMs = segment.toMs - segment.fromMs;
    const share = spanMs === 0 ? 0 : Math.min(1, Math.max(0, (ms - segment.fromMs) / spanMs));
    return segment.left + share * (segment.right - segment.left);
  };
  const ticks = drawnMs === 0 ? times.slice(0, 1) : segments.flatMap((each) => ticksOf(each, stepMs, offsetMs));
  const folds = segments.slice(1).map((each, index) => {
    const before = segments[index] ?? each;
    return { left: before.right, right: each.left, durationMs: each.fromMs - before.toMs };
  });
  return { x, ticks, stepMs, folds };
}

function ticksOf(segment: Segment, stepMs: number, offsetMs: number): number[] {
  const ticks: number[] = [];
  const firstMs = Math.ceil((segment.fromMs + offsetMs) / stepMs) * stepMs - offsetMs;
  for (let ms = firstMs; ms <= segment.toMs && ticks.length < 12; ms += stepMs) ticks.push(ms);
  return ticks.length === 0 ? [segment.fromMs] : ticks;
}
