/** One sample: its instant, its value, and the value as Prometheus wrote it. */
export type Sample = { ms: number; value: number; text: string };

/** A time series: its labels, and its samples in order of time. */
export type Series = { labels: { [name: string]: string }; samples: Sample[] };

/** Samples with a number in them: `0 / 0` is no traffic and infinity no measurement. */
export const numbersOf = (samples: readonly Sample[]): Sample[] =>
  samples.filter(({ value }) => Number.isFinite(value));

/** `{instance="a", job="b"}` in the order of names; empty without labels. */
export function labelText(labels: Series['labels']): string {
  const pairs = Object.keys(labels)
    .toSorted()
    .map((name) => `${name}="${labels[name]}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(', ')}}`;
}

/** Series with samples of the same query put between theirs. */
export function withCloser(series: readonly Series[], closer: readonly Series[]): Series[] {
  const more = new Map(closer.map(({ labels, samples }) => [labelText(labels), samples]));
  const known = new Set(series.map(({ labels }) => labelText(labels)));
  const merged = series.map(({ labels, samples }) => {
    const byTime = new Map([...samples, ...(more.get(labelText(labels)) ?? [])].map((sample) => [sample.ms, sample]));
    return { labels, samples: [...byTime.values()].toSorted((a, b) => a.ms - b.ms) };
  });
  return [...merged, ...closer.filter(({ labels }) => !known.has(labelText(labels)))];
}
