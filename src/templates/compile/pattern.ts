import { findLabel, fullKey, labelKey } from '../outline/label.ts';
import { core } from '../outline/literal.ts';
import type { Pattern, Slot } from '../template.ts';
import { TemplateError } from '../template-error.ts';
import { slotOf } from './slot.ts';

const placeholder = /\{\{([^{}\n]{1,300})\}\}/g;
const box = /^\[\{\{([^{}=\n]{1,200})(?:=([^{}\n]{1,200}))?\}\}\][ \t]*/;
const marks = /[*_`~]+$/;

/** Does a line of a template hold a placeholder? */
export const hasSlot = (text: string): boolean => text.includes('{{');

/** Compiles one line or cell. Throws TemplateError when two placeholders cannot be told apart. */
export function compilePattern(text: string, line: number): Pattern {
  const boxed = box.exec(text);
  const body = boxed === null ? text : text.slice(boxed[0].length);
  const slots: Slot[] = [];
  const literals: string[] = [];
  let end = 0;
  for (const match of body.matchAll(placeholder)) {
    literals.push(body.slice(end, match.index));
    slots.push(slotOf((match[1] ?? '').trim(), line));
    end = match.index + match[0].length;
  }
  literals.push(body.slice(end));
  const wrap = wrapSlots(slots, literals);
  checkSeparators(slots, literals, line);
  const lead = literals[0] ?? '';
  const label = findLabel(lead, 0, lead.length);
  const pattern: Pattern = {
    lead,
    bare: label === undefined ? lead.trimEnd() : lead.slice(0, label.end),
    named: slots.length > 1 && slots[0]?.wrap !== '' && core(literals[1] ?? '').startsWith(':'),
    labelKey: label?.key ?? (slots.length === 0 ? fullKey(lead) : ''),
    bareKey: label?.bareKey ?? (slots.length === 0 ? labelKey(lead) : ''),
    rest: label === undefined ? '' : core(lead.slice(label.end)),
    counter: false,
    slots,
    seps: literals.slice(1),
    wrap,
  };
  if (pattern.labelKey.endsWith('1') && /\s1(?![0-9])/.test(lead)) {
    pattern.counter = true;
    pattern.labelKey = pattern.labelKey.slice(0, -1);
    pattern.bareKey = pattern.bareKey.slice(0, -1);
  }
  if (boxed !== null) {
    const slot = slotOf((boxed[1] ?? '').trim(), line);
    const value = boxed[2]?.trim();
    pattern.checkbox = value === undefined ? { slot } : { slot, value };
  }
  return pattern;
}

/** Moves marks that directly enclose a placeholder, or all of them, from the literals to `wrap`. */
function wrapSlots(slots: Slot[], literals: string[]): string {
  const take = (before: number, after: number): string => {
    const left = marks.exec(literals[before] ?? '')?.[0] ?? '';
    const right = literals[after] ?? '';
    if (left === '' || !right.startsWith(left)) return '';
    literals[before] = (literals[before] ?? '').slice(0, -left.length);
    literals[after] = right.slice(left.length);
    return left;
  };
  slots.forEach((slot, index) => (slot.wrap = take(index, index + 1)));
  return slots.length < 2 || slots[0]?.wrap !== '' ? '' : take(0, slots.length);
}

function checkSeparators(slots: Slot[], literals: string[], line: number): void {
  for (let index = 1; index < slots.length; index++) {
    const before = slots[index - 1] as Slot;
    if (core(literals[index] ?? '') === '' && before.wrap === '')
      throw new TemplateError(
        line,
        `\`{{${before.path}}}\` and \`{{${(slots[index] as Slot).path}}}\` stand side by side with nothing between them.`,
        'Put a word or sign between them that the first value does not contain.',
      );
  }
}
