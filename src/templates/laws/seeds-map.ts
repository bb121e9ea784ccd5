import { parseMarkdown } from '../../markdown/blocks.ts';
import { sections } from '../../markdown/sections.ts';
import { type Unit, unitsOf } from '../outline/units.ts';
import { fold } from '../read/fold.ts';
import type { Found } from '../read/found.ts';
import { scan } from '../read/scan.ts';
import type { Template } from '../template.ts';
import { isHelp } from './help-texts.ts';

/** One line of a seed: where it stands, its words, and the record paths it is read into. Help has none. */
export type SeedField = { heading: string; words: string; paths: string[]; help: boolean };

/** Every heading, line, table and block of a template's blank form with its place in the record. */
export function seedFields(template: Template): SeedField[] {
  const doc = parseMarkdown(template.blank ?? '');
  const text = doc.view.text;
  const literals = literalLines(template);
  const reading = scan(doc, { ...template, literals });
  const fields: SeedField[] = [];
  sections(doc).forEach((section, index) => {
    const own = reading.found.filter((found) => found.section === index);
    const paired = reading.pairs[index] !== undefined;
    const titled = own.filter(({ start }) => start === section.heading?.from).flatMap(pathsOf);
    fields.push({ heading: section.title, words: '', paths: titled, help: !paired });
    for (const unit of unitsOf(section.blocks, text)) {
      const raw = text.slice(unit.from, unit.to);
      if (/^[-*_\s]*$/.test(raw)) continue;
      const paths = [...new Set(own.filter((found) => touches(found, unit)).flatMap(pathsOf))];
      const help = paths.length === 0 && (!paired || literals.has(fold(raw)) || isHelp(fold(raw)));
      fields.push({ heading: section.title, words: shorten(unit, text), paths, help });
    }
  });
  return fields;
}

const pathsOf = (found: Found): string[] => [
  ...found.constants.map(({ path, values }) => `${path}=${values[0] ?? ''}`),
  ...found.regions.map(({ slot, value }) => (value === undefined ? slot.path : `${slot.path}=${value}`)),
];

function touches(found: Found, unit: Unit): boolean {
  return found.start < Math.max(unit.to, unit.from + 1) && unit.from < Math.max(found.end, found.start + 1);
}

/** Lines of the template that hold no placeholder: labels and fixed text that a document repeats. */
function literalLines(template: Template): Set<string> {
  const doc = parseMarkdown(template.source);
  const lines = new Set<string>();
  for (const section of sections(doc))
    for (const unit of unitsOf(section.blocks, doc.view.text)) {
      const raw = doc.view.text.slice(unit.from, unit.to);
      if (!raw.includes('{{')) lines.add(fold(raw));
    }
  return lines;
}

function shorten(unit: Unit, text: string): string {
  const { table } = unit;
  const raw = table === undefined ? text.slice(unit.from, unit.to) : text.slice(table.header.from, table.header.to);
  const line = raw.replace(/[|`*]/g, ' ').replace(/\s+/g, ' ').trim();
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}

/** docs/seeds.md, whole. */
export function seedsDocument(templates: readonly Template[]): string {
  let out = `# Where the seeds went\n\nEvery heading and field of the five original forms, and the record path that holds it. Written by
\`node scripts/write-seeds-doc.ts\`; a test compares it and fails when a field has no place. *help* is text that tells the
writer what to do, or repeats in every document: it is never read as a value.\n`;
  for (const template of templates) {
    const fields = seedFields(template);
    const bound = fields.filter(({ paths }) => paths.length > 0).length;
    out += `\n## ${template.name}\n\n${bound} lines bound to ${template.paths.size} paths.\n\n| heading | line | record |\n|---|---|---|\n`;
    for (const { heading, words, paths, help } of fields) {
      const place =
        paths.length > 0
          ? paths.map((path) => `\`${path}\``).join(', ')
          : help
            ? '*help*'
            : words === ''
              ? '(heading)'
              : '**none**';
      out += `| ${words === '' ? `**${heading}**` : ''} | ${words} | ${place} |\n`;
    }
  }
  return out;
}
