import type { BlockAnchor, LineAnchor, Pattern, RowAnchor, TableAnchor, Template } from '../template.ts';

/** The anchor of an id; a row comes with its table. Children of an entry are found through their entry. */
export function anchorOf(
  template: Template,
  id: number,
): { anchor: LineAnchor | BlockAnchor | RowAnchor; section: number; table?: TableAnchor } | undefined {
  for (const section of template.sections) {
    if (section.heading?.id === id) return { anchor: section.heading, section: section.index };
    for (const anchor of section.anchors) {
      if (anchor.type !== 'table' && anchor.id === id) return { anchor, section: section.index };
      if (anchor.type !== 'table') continue;
      const row = anchor.rows.find((candidate) => candidate.id === id);
      if (row !== undefined) return { anchor: row, section: section.index, table: anchor };
    }
  }
  return undefined;
}

/** The pattern of a line's anchor. */
export function patternOf(template: Template, id: number): Pattern | undefined {
  const anchor = anchorOf(template, id)?.anchor;
  return anchor !== undefined && 'pattern' in anchor ? anchor.pattern : undefined;
}
