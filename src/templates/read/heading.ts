import type { Section } from '../../markdown/sections.ts';
import { findLabel, labelKey } from '../outline/label.ts';
import { core } from '../outline/literal.ts';
import type { TemplateSection } from '../template.ts';
import type { Found, Leftover } from './found.ts';
import { matchPattern } from './match-line.ts';

/**
 * Reads the placeholder of a heading (`# Incident Postmortem: {{incident.id}}`). A title in other words is the value
 * itself where a title is asked for; elsewhere it is left over.
 */
export function readHeading(
  text: string,
  section: Section,
  template: TemplateSection,
  index: number,
  found: Found[],
  leftovers: Leftover[],
): void {
  const { heading } = section;
  if (heading === undefined) return;
  const { contentFrom: from, contentTo: to } = heading;
  const anchor = template.heading;
  if (anchor === undefined) {
    const same = labelKey(section.title).startsWith(labelKey(template.title));
    if (template.level === 1 && !same) leftovers.push({ from: heading.from, to: heading.from, section: index });
    return;
  }
  const { pattern } = anchor;
  const label = findLabel(text, from, to);
  const known = label?.key === pattern.labelKey;
  const bare = label === undefined && labelKey(text.slice(from, to)) === labelKey(core(pattern.lead));
  if (bare || from === to) {
    const slot = pattern.slots[0];
    if (slot === undefined) return;
    const region = { slot, context: 'line' as const, from: to, to, opening: false };
    found.push({
      anchor: anchor.id,
      constants: [],
      regions: [region],
      start: heading.from,
      end: heading.to,
      section: index,
    });
    return;
  }
  const title = pattern.slots.length === 1 && pattern.slots[0]?.path === 'incident.title';
  const like = label !== undefined && /post-?mortem|incident|report|review|rca/i.test(text.slice(from, label.end));
  const use = known || like ? label : title ? { key: pattern.labelKey, bareKey: '', end: from } : undefined;
  const several = pattern.slots.length > 1;
  const whole = pattern.lead === '' ? { key: '', bareKey: '', end: from } : undefined;
  const read = use === undefined && !several ? undefined : matchPattern(text, pattern, from, to, use ?? whole, 'line');
  const first = pattern.slots[0]?.path === 'incident.title';
  const regions = use === undefined && !first && read?.length !== pattern.slots.length ? undefined : read;
  if (regions === undefined) leftovers.push({ from: heading.from, to: heading.from, section: index });
  else found.push({ anchor: anchor.id, constants: [], regions, start: heading.from, end: heading.to, section: index });
}
