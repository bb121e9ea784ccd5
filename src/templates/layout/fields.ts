import { plainText } from '../../markdown/plain.ts';
import { findLabel } from '../outline/label.ts';
import type { LineAnchor, Slot } from '../template.ts';
import type { LayoutChoice, LayoutField, LayoutItem } from './layout.ts';
import { cleanLabel, hasWords, nameOf, titleBefore } from './words.ts';

/** The words of the template for a placeholder, or its own name. */
const labelled = (label: string | undefined, { path }: Slot): { label: string; unnamed?: true } =>
  label === undefined ? { label: nameOf(path), unnamed: true } : { label };

/** A field of the layout for a placeholder that is bound once. */
export function fieldFor(slot: Slot, label: string | undefined): LayoutField {
  const field = { kind: 'field' as const, ...labelled(label, slot), path: slot.path };
  return slot.kind === 'claim' ? { ...field, field: 'line', figure: slot.key } : { ...field, field: slot.kind };
}

/** The fields of one line, in order, with the literal text around them. */
export function lineFields({ pattern }: LineAnchor, nested: boolean): LayoutField[] {
  const label = cleanLabel(pattern.bare);
  const fields: LayoutField[] = [];
  const found = findLabel(pattern.lead, 0, pattern.lead.length);
  let before = found === undefined ? '' : plainText(pattern.lead.slice(found.end));
  if (pattern.checkbox !== undefined && pattern.checkbox.value === undefined)
    fields.push(fieldFor(pattern.checkbox.slot, hasWords(label) ? label : undefined));
  pattern.slots.forEach((slot, index) => {
    const separator = pattern.seps[index - 1] ?? '';
    const first = fields.length === 0;
    const own = first ? (hasWords(label) ? label : undefined) : titleBefore(separator);
    const field = fieldFor(slot, own);
    if (!first) field.joined = true;
    if (index > 0) before = plainText(separator);
    if (before !== '') field.before = before;
    fields.push(field);
  });
  const after = plainText(pattern.seps.at(-1) ?? '');
  const last = fields.at(-1);
  if (after !== '' && last !== undefined) last.after = after;
  if (nested) for (const field of fields) if (field.joined === undefined) field.nested = true;
  return fields;
}

/** The fields of a heading: its words are the section's title already. */
export function headingFields(anchor: LineAnchor): LayoutField[] {
  return anchor.pattern.slots.map((slot) => ({ ...fieldFor(slot, undefined), heading: true }));
}

/** Adds a check box that compares a field: to the choice before it, or as a new one. What else stands on its line follows. */
export function addChoice(items: LayoutItem[], anchor: LineAnchor, label: string | undefined): void {
  const { slot, value = '' } = anchor.pattern.checkbox as { slot: Slot; value?: string };
  const before = items.at(-1);
  const open = label === undefined && before?.kind === 'choice' && before.path === slot.path ? before : undefined;
  const choice: LayoutChoice = open ?? {
    kind: 'choice',
    ...labelled(label, slot),
    path: slot.path,
    options: [],
  };
  if (open === undefined) items.push(choice);
  const words = cleanLabel(anchor.pattern.bare);
  choice.options.push({ value, label: hasWords(words) ? words : value });
  for (const other of lineFields(anchor, true)) if (other.path !== slot.path) items.push(other);
}
