import { findLabel } from '../outline/label.ts';
import { scopeKey } from '../outline/scope.ts';
import type { Unit } from '../outline/units.ts';
import type { BlockAnchor, LineAnchor, Pattern } from '../template.ts';
import type { Found, Leftover, Region } from './found.ts';
import { matchPattern } from './match-line.ts';
import type { ScanInput } from './section-scan.ts';

/** The tick of a line, where the template has a checkbox. */
export function checkRegion(text: string, pattern: Pattern, unit: Unit): Region | undefined {
  const { checkbox } = pattern;
  if (checkbox === undefined || unit.checked === undefined) return undefined;
  const from = text.lastIndexOf('[', unit.from - 1) + 1;
  const base: Region = {
    slot: checkbox.slot,
    context: 'check',
    from,
    to: from + 1,
    opening: false,
    ticked: unit.checked,
  };
  return checkbox.value === undefined ? base : { ...base, value: checkbox.value };
}

/** Reads the lines nested in an entry into it; what belongs to no field of it is left over. Returns the last index. */
export function scanChildren(
  input: ScanInput,
  anchor: LineAnchor,
  at: number,
  found: Found,
  leftovers: Leftover[],
): number {
  const { units, text, index } = input;
  const item = units[at] as Unit;
  const taken = new Set<number>();
  let scope = '';
  let next = at + 1;
  for (; next < units.length && (units[next] as Unit).start < item.end; next++) {
    const unit = units[next] as Unit;
    if (!unit.opens && unit.soft && continues(found, unit)) continue;
    const key = unit.type === 'line' ? scopeKey(text, unit) : undefined;
    if (key !== undefined && anchor.children.some((child) => child.type === 'block' && child.scope === key)) {
      scope = key;
      continue;
    }
    const regions = childRegions(text, anchor.children, unit, scope, taken);
    if (regions !== undefined) found.regions.push(...regions);
    else leave(unit, index, leftovers);
  }
  return next - 1;
}

function childRegions(
  text: string,
  children: readonly (LineAnchor | BlockAnchor)[],
  unit: Unit,
  scope: string,
  taken: Set<number>,
): Region[] | undefined {
  const free = children.filter(({ id }) => !taken.has(id));
  if (unit.type === 'fence' && unit.fence !== undefined) {
    const block = free.find(
      (child) => child.type === 'block' && child.fence && (child.scope === scope || free.length === 1),
    );
    if (block === undefined) return undefined;
    taken.add(block.id);
    const { contentFrom: from, contentTo: to } = unit.fence;
    return [{ slot: (block as BlockAnchor).slot, context: 'fence', from, to, opening: false }];
  }
  if (unit.type !== 'line') return undefined;
  const label = findLabel(text, unit.from, unit.to);
  const lines = free.filter((child): child is LineAnchor => child.type === 'line');
  const named = lines.find(({ pattern }) => pattern.labelKey !== '' && pattern.labelKey === label?.key);
  const block = free.find((child) => child.type === 'block' && child.scope !== '' && child.scope === label?.key);
  if (named === undefined && block !== undefined && label !== undefined) {
    taken.add(block.id);
    const from = label.end + (/^[ \t]*/.exec(text.slice(label.end, unit.to))?.[0].length ?? 0);
    return [{ slot: (block as BlockAnchor).slot, context: 'line', from, to: unit.to, opening: false }];
  }
  const child =
    named ?? lines.find(({ pattern }) => pattern.labelKey === '') ?? (lines.length === 1 ? lines[0] : undefined);
  if (child === undefined) return undefined;
  const start = named === undefined ? { key: '', bareKey: '', end: unit.from } : label;
  const regions = matchPattern(text, child.pattern, unit.from, unit.to, start, 'line');
  if (regions === undefined) return undefined;
  taken.add(child.id);
  const box = checkRegion(text, child.pattern, unit);
  return box === undefined ? regions : [box, ...regions];
}

function continues(found: Found, unit: Unit): boolean {
  const region = found.regions.at(-1);
  if (region === undefined || region.context !== 'line' || region.from === region.to) return false;
  region.to = unit.to;
  return true;
}

function leave(unit: Unit, section: number, leftovers: Leftover[]): void {
  const before = leftovers.at(-1);
  if (before !== undefined && before.from <= unit.start && before.to >= unit.end) return;
  leftovers.push({ from: unit.start, to: unit.end, section });
}
