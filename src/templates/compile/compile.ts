import { parseMarkdown } from '../../markdown/blocks.ts';
import { headingKey } from '../../markdown/heading-key.ts';
import { type Section, sections } from '../../markdown/sections.ts';
import { type Unit, unitsOf } from '../outline/units.ts';
import { repeatsByCollection, walkAnchors } from '../outline/walk.ts';
import { type Blank, learnBlank } from '../read/blank.ts';
import type { Anchor, BlockAnchor, Constant, LineAnchor, Template, TemplateSection } from '../template.ts';
import { compileInstructions } from '../write/compile-instructions.ts';
import { compileAnchors } from './anchors.ts';
import { templateBody } from './body.ts';
import { readTemplateHead } from './front-matter.ts';
import { compilePattern, hasSlot } from './pattern.ts';
import type { CompileState } from './state.ts';

/**
 * Compiles a template: Markdown with YAML front matter and placeholders. `blank` is its blank form, whose hints and
 * example rows count as no value when a document is read. Throws TemplateError with the line.
 */
export function compileTemplate(source: string, blank?: string): Template {
  const { head: yaml, body, constants, firstLine } = templateBody(source);
  const { head, policy } = readTemplateHead(yaml, 2);
  const doc = parseMarkdown(body);
  const state = stateFor(body, firstLine, constants, doc.view.lineOf);
  const compiled: TemplateSection[] = [];
  const found = sections(doc);
  const unitLists = found.map((section) => unitsOf(section.blocks, body));
  found.forEach((section, index) => compiled.push(compileSection(section, index, unitLists[index] ?? [], state)));
  const template: Template = {
    ...head,
    policy,
    source,
    ...(blank === undefined ? {} : { blank }),
    sections: compiled,
    instructions: compileInstructions(body, compiled, found, state.units),
    repeats: repeatsByCollection(compiled),
    paths: new Set(),
    get blankUnits() {
      return learned().units;
    },
    get literals() {
      return learned().literals;
    },
  };
  for (const slot of walkAnchors(compiled)) template.paths.add(slot.path);
  let blankForm: Blank | undefined;
  /** The blank form is read when the template is first used: some are only compiled to be checked or named. */
  const learned = (): Blank => {
    if (blankForm !== undefined) return blankForm;
    blankForm = { units: new Set(), literals: new Set() };
    learnBlank(template, body, blankForm);
    return blankForm;
  };
  return template;
}

function stateFor(
  text: string,
  firstLine: number,
  constants: Map<number, Constant[]>,
  lineOf: (offset: number) => number,
): CompileState {
  return {
    text,
    lineOf: (offset) => firstLine + lineOf(offset) - 1,
    constantsAt: (offset) => constants.get(lineOf(offset) - 1) ?? [],
    nextId: 0,
    units: new Map(),
  };
}

function compileSection(section: Section, index: number, units: readonly Unit[], state: CompileState): TemplateSection {
  const compiled: TemplateSection = {
    index,
    level: section.level,
    title: section.title,
    path: section.path.map(headingKey),
    anchors: [],
    open: [],
    code: [],
    blocks: [],
    tables: [],
    labels: new Map(),
    scopes: new Map(),
  };
  const heading = section.heading;
  if (heading !== undefined) {
    const text = state.text.slice(heading.contentFrom, heading.contentTo);
    if (hasSlot(text)) {
      const pattern = compilePattern(text, state.lineOf(heading.from));
      const place = { id: state.nextId++, section: index, scope: '', parent: '', constants: [] };
      compiled.heading = { type: 'line', ...place, role: 'text', pattern, children: [] };
      compiled.path.splice(-1, 1, headingKey(text.replace(/\{\{[^}]*\}\}/g, '')));
    }
  }
  compileAnchors(compiled, units, state);
  for (const anchor of compiled.anchors) addToIndex(compiled, anchor);
  addBareKeys(compiled);
  return compiled;
}

function addToIndex(section: TemplateSection, anchor: Anchor): void {
  if (anchor.type === 'table') {
    section.tables.push(anchor);
    return;
  }
  if (anchor.type === 'block') section.blocks.push(anchor);
  else if (anchor.role === 'code') section.code.push(anchor);
  else if (anchor.pattern.labelKey === '') section.open.push(anchor);
  const key = anchor.type === 'block' ? anchor.scope : anchor.role === 'code' ? '' : anchor.pattern.labelKey;
  if (key === '') return;
  const list = section.labels.get(key);
  if (list === undefined) section.labels.set(key, [anchor]);
  else list.push(anchor);
}

/** Lets labels be found without their parentheses too, where that is not ambiguous. */
function addBareKeys(section: TemplateSection): void {
  const bare = new Map<string, (LineAnchor | BlockAnchor)[] | undefined>();
  for (const [, list] of section.labels) {
    const first = list[0];
    const key = first?.type === 'line' ? first.pattern.bareKey : (first?.bareScope ?? '');
    if (key !== '' && !section.labels.has(key)) bare.set(key, bare.has(key) ? undefined : list);
  }
  for (const [key, list] of bare) if (list !== undefined) section.labels.set(key, list);
}
