/** Prints what an outage came to, one line: figures by name. Durations are in ms. */
export function report(what: string, figures: Record<string, number | string>): void {
  const words = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  console.log(`${what}: ${words.join(', ')}`);
}

/** The middle of some numbers, and the greatest, rounded. */
export function spread(numbers: readonly number[]): { p50: number; max: number } {
  const sorted = numbers.toSorted((a, b) => a - b);
  return { p50: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0), max: Math.round(sorted.at(-1) ?? 0) };
}
