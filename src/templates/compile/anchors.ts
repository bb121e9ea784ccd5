import type { Fence } from '../../markdown/blocks.ts';
import { labelKey } from '../outline/label.ts';
import { parentKey, scopeKey } from '../outline/scope.ts';
import type { Unit } from '../outline/units.ts';
import type { BlockAnchor, LineAnchor, TemplateSection } from '../template.ts';
import { TemplateError } from '../template-error.ts';
import { compilePattern, hasSlot } from './pattern.ts';
import { compileTable } from './table.ts';
import type { CompileState } from './state.ts';
import { collectionOf } from './collection.ts';

/** Finds the anchors of a section. Static text between them opens scopes (`**Planned**:`) or is help. */
export function compileAnchors(section: TemplateSection, units: readonly Unit[], state: CompileState): void {
  let scope = '';
  let bareScope = '';
  for (let index = 0; index < units.length; index++) {
    const unit = units[index] as Unit;
    const parent = parentKey(units, unit, state.text);
    const place = { section: section.index, scope, bareScope, parent };
    const text = state.text.slice(unit.from, unit.to);
    if (unit.type === 'table' && unit.table !== undefined && hasSlot(text)) {
      section.anchors.push(compileTable(unit, place, state));
    } else if (unit.type === 'fence' && unit.fence !== undefined && hasSlot(text)) {
      section.anchors.push(...compileFence(unit.fence, unit, place, state));
    } else if (unit.type === 'line' && hasSlot(text)) {
      const anchor = compileLine(unit, place, state);
      section.anchors.push(anchor);
      if (anchor.type === 'line' && anchor.collection !== undefined)
        while (index + 1 < units.length && (units[index + 1] as Unit).start < unit.end)
          index = compileChild(anchor, units, index + 1, place, state);
    } else if (unit.type === 'line') {
      const key = scopeKey(state.text, unit);
      if (key === undefined) continue;
      const bare = labelKey(text);
      if (!section.scopes.has(bare)) section.scopes.set(bare, key);
      section.scopes.set(key, key);
      if (unit.role === 'text' && unit.parent < 0) [scope, bareScope] = [key, bare];
    }
  }
}

type Place = { section: number; scope: string; bareScope: string; parent: string };

function compileLine(unit: Unit, place: Place, state: CompileState): LineAnchor | BlockAnchor {
  const line = state.lineOf(unit.from);
  const pattern = compilePattern(state.text.slice(unit.from, unit.to), line);
  const constants = state.constantsAt(unit.from);
  const collection = collectionOf([pattern], constants, line);
  const { bareScope, ...where } = place;
  const common = { id: state.nextId++, ...where, constants, ...(collection === undefined ? {} : { collection }) };
  state.units.set(common.id, unit);
  const slot = pattern.slots[0];
  const alone = pattern.slots.length === 1 && pattern.lead === '' && pattern.seps[0] === '' && !pattern.checkbox;
  if (alone && slot?.kind === 'prose' && unit.role === 'text' && unit.parent < 0)
    return { type: 'block', ...common, slot, fence: false, bareScope };
  return { type: 'line', ...common, role: unit.role, pattern, children: [] };
}

function compileChild(
  anchor: LineAnchor,
  units: readonly Unit[],
  index: number,
  place: Place,
  state: CompileState,
): number {
  const unit = units[index] as Unit;
  const text = state.text.slice(unit.from, unit.to);
  if (!hasSlot(text)) return index;
  const before = units[index - 1] as Unit;
  const label = before.type === 'line' && unit.type === 'fence' ? scopeKey(state.text, before) : undefined;
  const within = { ...place, parent: '', scope: label ?? '', bareScope: label ?? '' };
  if (unit.type === 'fence' && unit.fence !== undefined) {
    for (const found of compileFence(unit.fence, unit, within, state)) anchor.children.push(found);
    return index;
  }
  const child = compileLine(unit, within, state);
  if (child.collection !== anchor.collection)
    throw new TemplateError(
      state.lineOf(unit.from),
      `The lines below an entry of \`${anchor.collection ?? ''}\` bind \`${child.collection ?? 'no collection'}\`.`,
      'Bind fields of the same collection, or end the list before it.',
    );
  anchor.children.push(child);
  return index;
}

function compileFence(fence: Fence, unit: Unit, place: Place, state: CompileState): (LineAnchor | BlockAnchor)[] {
  const found: (LineAnchor | BlockAnchor)[] = [];
  for (const line of fence.lines) {
    const text = state.text.slice(line.from, line.to);
    if (!hasSlot(text)) continue;
    const coded: Unit = {
      ...unit,
      type: 'line',
      role: 'code',
      from: line.from,
      to: line.to,
      start: line.from,
      end: line.to,
    };
    const anchor = compileLine(coded, place, state);
    if (anchor.type === 'line' && fence.lines.length === 1) {
      const { pattern, constants, id, section, scope, parent, collection } = anchor;
      const slot = pattern.slots[0];
      if (pattern.slots.length === 1 && pattern.lead === '' && pattern.seps[0] === '' && slot?.kind === 'prose') {
        const common = { id, section, scope, parent, constants, ...(collection === undefined ? {} : { collection }) };
        state.units.set(id, unit);
        found.push({ type: 'block', ...common, slot, fence: true, bareScope: place.bareScope });
        continue;
      }
    }
    found.push(anchor);
  }
  return found;
}
