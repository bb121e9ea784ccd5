/** The stretch of time that is shown, in milliseconds since 1970. */
export type Window = { fromMs: number; toMs: number };

/** Nothing is shown closer than this. */
const closestMs = 60_000;

/** The same length of time, moved and cut so that it lies within the whole. */
export const within = ({ fromMs, toMs }: Window, whole: Window): Window => {
  const length = Math.min(toMs - fromMs, whole.toMs - whole.fromMs);
  const from = Math.min(Math.max(fromMs, whole.fromMs), whole.toMs - length);
  return { fromMs: from, toMs: from + length };
};

/** `by` 0.5 shows half as much around `aroundMs` (the middle without it), 2 twice as much; never more than the whole. */
export function zoomed(shown: Window, whole: Window, by: number, aroundMs?: number): Window {
  const length = shown.toMs - shown.fromMs;
  const wanted = Math.max(length * by, Math.min(closestMs, length));
  const around = aroundMs ?? (shown.fromMs + shown.toMs) / 2;
  const share = length === 0 ? 0.5 : (around - shown.fromMs) / length;
  const fromMs = around - wanted * share;
  return within({ fromMs, toMs: fromMs + wanted }, whole);
}

/** Moves on by a share of what is shown: -0.25 is a quarter earlier. */
export function moved(shown: Window, whole: Window, by: number): Window {
  const step = (shown.toMs - shown.fromMs) * by;
  return within({ fromMs: shown.fromMs + step, toMs: shown.toMs + step }, whole);
}

/** Whether all of the incident is shown. */
export const isWhole = (shown: Window, whole: Window): boolean =>
  shown.fromMs <= whole.fromMs && shown.toMs >= whole.toMs;
