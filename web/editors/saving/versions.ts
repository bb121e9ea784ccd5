const moved = new Map<string, number>();

/**
 * The version that a change may name as seen: what this browser itself has saved since counts as seen, what others saved does not,
 * so that their change of the same field is a conflict and one's own is none.
 */
export function seenNow(place: string, seen: number): number {
  const next = moved.get(`${place}@${seen}`);
  return next === undefined ? seen : seenNow(place, next);
}

/** Notes that one's own change made the version after the one seen. */
export function noteVersion(place: string, seen: number, version: number): void {
  if (version === seen + 1) moved.set(`${place}@${seen}`, version);
}
