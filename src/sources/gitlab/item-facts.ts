import type { Context } from '../reading.ts';
import { isSeverityLabel } from '../severity-label.ts';
import { type Item, Label } from './schema.ts';

/** Adds what an issue says beside its moments: a title, and a severity, an incident's own before that of a label. */
export function itemFacts(
  { object_attributes: item, labels }: ReturnType<typeof Item.parse>,
  at: string,
  { reading: { facts }, keep }: Context,
): void {
  const title = keep(item?.title ?? '');
  if (title !== '')
    facts.titles.push({ value: title, from: 'conversation', evidence: `${at}/object_attributes/title` });
  const severity = keep(item?.severity ?? '');
  if (severity !== '' && severity.toLowerCase() !== 'unknown') {
    facts.severities.push({ value: severity, of: 'incident', evidence: `${at}/object_attributes/severity` });
  }
  for (const [index, raw] of (labels ?? []).entries()) {
    const name = Label.parse(raw)?.title;
    if (!isSeverityLabel(name)) continue;
    facts.severities.push({ value: keep(name), of: 'incident', evidence: `${at}/labels/${index}/title` });
  }
}
