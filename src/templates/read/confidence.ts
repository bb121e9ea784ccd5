import type { Section } from '../../markdown/sections.ts';
import type { Template } from '../template.ts';

/**
 * How well a template fits, 0 to 1: the share of the document's headings it explains, times the cube root of the share of
 * its own headings, labels and tables (these count twice) that were found. The root forgives a document that leaves much
 * of its form out: a third of it, all explained, gives 0.7; foreign documents stay below 0.4. Headings of the form's own
 * help and those in `skipped` (`Also recorded`) neither count for nor against it.
 */
export function confidenceOf(
  template: Template,
  list: readonly Section[],
  pairs: readonly (number | undefined)[],
  sureness: readonly number[],
  used: ReadonlySet<number>,
  skipped: ReadonlySet<number>,
): number {
  const paired = new Set(pairs);
  let all = 0;
  let seen = 0;
  const count = (weight: number, hit: boolean) => {
    all += weight;
    if (hit) seen += weight;
  };
  for (const section of template.sections) {
    if (section.level > 1) count(1, paired.has(section.index));
    for (const anchor of section.anchors) {
      if (anchor.type === 'table') count(2, used.has(anchor.id));
      else if (anchor.type === 'line' && anchor.pattern.labelKey !== '') count(1, used.has(anchor.id));
    }
  }
  let headings = 0;
  let explained = 0;
  list.forEach((section, index) => {
    if (section.level === 0 || skipped.has(index)) return;
    if (pairs[index] === undefined && template.literals.has(`# ${section.title.toLowerCase()}`)) return;
    headings++;
    explained += sureness[index] ?? 0;
  });
  if (all === 0) return 0;
  const share = headings === 0 ? 1 : explained / headings;
  return Math.round(Math.cbrt(seen / all) * share * 1000) / 1000;
}
