import type { Layout, LayoutItem } from '../../../src/templates/layout/layout.ts';
import { fieldName } from '../../parts/field-name.ts';

const lastOf = (path: string): string => fieldName(path.slice(path.lastIndexOf('.') + 1));

function spokenItem(item: LayoutItem): LayoutItem {
  if (item.kind === 'entries') {
    const columns = item.columns.map((column) =>
      column.unnamed === true && column.key !== '' ? { ...column, title: lastOf(column.key) } : column,
    );
    return { ...item, columns };
  }
  const isUnnamed = (item.kind === 'field' || item.kind === 'choice') && item.unnamed === true;
  return isUnnamed ? { ...item, label: lastOf(item.path) } : item;
}

/** A layout in which fields that the template has no words for have those of the language. */
export const spokenLayout = (layout: Layout): Layout => ({
  ...layout,
  sections: layout.sections.map((section) => ({ ...section, items: section.items.map(spokenItem) })),
});
