import type { Context } from '../reading.ts';
import { isSeverityLabel } from '../severity-label.ts';
import { Label } from './schema.ts';

/** Adds what an issue says beside its moments: a title, a severity by its labels. */
export function itemFacts(
  item: { title?: string | null | undefined; labels?: unknown[] | null | undefined },
  place: string,
  { reading: { facts }, keep }: Context,
): void {
  const title = keep(item.title ?? '');
  if (title !== '') facts.titles.push({ value: title, from: 'conversation', evidence: `${place}/title` });
  for (const [index, raw] of (item.labels ?? []).entries()) {
    const name = Label.parse(raw)?.name;
    if (!isSeverityLabel(name)) continue;
    facts.severities.push({ value: keep(name), of: 'incident', evidence: `${place}/labels/${index}/name` });
  }
}
