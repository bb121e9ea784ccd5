import { headingKey } from '../../markdown/heading-key.ts';

/** Gives each heading an id of its own from the words of the headings it stands under; the document's title is in none but its own. */
export function sectionIds(): (level: number, title: string) => string {
  const open: { level: number; slug: string }[] = [];
  const taken = new Map<string, number>();
  return (level, title) => {
    while ((open.at(-1)?.level ?? -1) >= level) open.pop();
    const slug = headingKey(title).replaceAll(' ', '-') || (level === 0 ? 'start' : 'section');
    const above = open.filter((heading) => heading.level > 1).map((heading) => heading.slug);
    open.push({ level, slug });
    return unique([...above, slug].join('/'), taken);
  };
}

function unique(id: string, taken: Map<string, number>): string {
  const count = (taken.get(id) ?? 0) + 1;
  taken.set(id, count);
  return count === 1 ? id : unique(`${id}-${count}`, taken);
}
