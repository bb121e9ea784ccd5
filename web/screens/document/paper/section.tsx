import type { LayoutItem, LayoutSection } from '../../../../src/templates/layout/layout.ts';
import { FieldRows } from './field-rows.tsx';
import { Item } from './item.tsx';
import style from './section.module.css';

type Group = { fields: Extract<LayoutItem, { kind: 'field' }>[] } | { item: LayoutItem };

/** Fields that follow each other stand in one list of labels and values. */
function groupsOf(items: readonly LayoutItem[]): Group[] {
  const groups: Group[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (item.kind !== 'field') groups.push({ item });
    else if (last !== undefined && 'fields' in last) last.fields.push(item);
    else groups.push({ fields: [item] });
  }
  return groups;
}

/** The title of the document is above all sections, so their headings begin one level below it. */
const headingOf = (level: number): 'h2' | 'h3' | 'h4' => (level <= 2 ? 'h2' : level === 3 ? 'h3' : 'h4');

/** One heading of the template with what stands below it; the words of the document's own title stand above all. */
export function Section({ section, isTitle }: { section: LayoutSection; isTitle: boolean }) {
  const Heading = headingOf(section.level);
  const shown = section.items.filter((item) => !('heading' in item && item.path === 'incident.title'));
  return (
    <section id={section.id} className={style.section} data-section={section.id} tabIndex={-1}>
      {section.title === '' || isTitle ? null : <Heading className={style.heading}>{section.title}</Heading>}
      {groupsOf(shown).map((group, index) =>
        'fields' in group ? (
          <FieldRows key={index} fields={group.fields} />
        ) : (
          <Item key={index} item={group.item} heading={section.title} />
        ),
      )}
    </section>
  );
}
