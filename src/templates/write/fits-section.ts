import { parseMarkdown } from '../../markdown/blocks.ts';
import { sections } from '../../markdown/sections.ts';
import { findLabel } from '../outline/label.ts';
import { unitsOf } from '../outline/units.ts';
import { fold } from '../read/fold.ts';
import { SectionScan } from '../read/section-scan.ts';
import type { BlockAnchor, Pattern, Template, TemplateSection } from '../template.ts';

/** Would prose be read back from its place, whole? A list in it may look like entries of the same section. */
function prose(template: Template, anchor: BlockAnchor, text: string): boolean {
  const section = template.sections[anchor.section];
  if (section === undefined) return false;
  const simple = !text.includes('\n') && /^[\p{L}\p{N}]/u.test(text);
  const alone = section.anchors.length === 1 && section.scopes.size === 0;
  if (simple && (alone || !/[:?]/.test(text)) && section.open.every(({ role }) => role === 'item'))
    return !template.literals.has(fold(text)) && !/^\d{1,9}[.)]\s/.test(text);
  const doc = parseMarkdown(`\n${text}`);
  const blocks = sections(doc)[0];
  if (blocks === undefined || blocks.level > 0) return false;
  const view = doc.view.text;
  const input = {
    text: view,
    template,
    section,
    index: 0,
    units: unitsOf(blocks.blocks, view),
    used: new Set<number>(),
  };
  const run = new SectionScan({ ...input, scope: anchor.scope });
  run.scan();
  const [found] = run.found;
  const region = found?.regions[0];
  const to = blocks.to === view.length ? view.length : blocks.to;
  return (
    run.found.length === 1 &&
    found?.anchor === anchor.id &&
    region !== undefined &&
    view.slice(region.from, region.to) === view.slice(1, to).trim()
  );
}

/** The words of an entry without label, its first colon or mark shielded where they would be taken for a labelled one. */
function line(section: TemplateSection, pattern: Pattern, words: string): string {
  const label = findLabel(words, 0, words.length);
  const named = section.open.some((anchor) => anchor.pattern.named);
  let out = words;
  if (label !== undefined && section.labels.has(label.key)) {
    const at = words.search(/[:?：]/);
    if (at >= 0) out = `${words.slice(0, at)}&#${words.charCodeAt(at)};${words.slice(at + 1)}`;
  }
  if (named && !pattern.named && out.startsWith('*')) out = `&#42;${out.slice(1)}`;
  return out;
}

/** Checks and guards that what is written is read back by the same anchor. */
export const fitsSection = { prose, line };
