/** A JSON pointer (RFC 6901), or several with `|` between: the first that leads to something. */
export const pointerForm = /^(?:\^?(?:\/[^/|{}]*)+)(?:\|\^?(?:\/[^/|{}]*)+)*$/;

/** Where a pointer leads: `item` is what is read, `document` the whole that it lies in, for pointers that begin with `^`. */
export type Places = { item: unknown; document: unknown };

function step(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return /^\d{1,9}$/.test(name) ? (value[Number(name)] as unknown) : undefined;
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

function follow(value: unknown, pointer: string): unknown {
  const names = pointer.split('/').slice(1);
  return names.reduce((at, name) => step(at, name.replaceAll('~1', '/').replaceAll('~0', '~')), value);
}

/** The value at the first of the pointers that leads to one. */
export function valueAt(pointers: string, { item, document }: Places): unknown {
  for (const pointer of pointers.split('|')) {
    const value = pointer.startsWith('^') ? follow(document, pointer.slice(1)) : follow(item, pointer);
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

/** A value as text: texts, numbers, yes or no, lists of them. Anything deeper has none. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value)
    ? value
        .slice(0, 100)
        .map((each) => (typeof each === 'object' ? '' : textOf(each)))
        .filter(Boolean)
        .join(', ')
    : '';
}

const hole = /\{([^{}]*)\}/g;

/** What is wrong with a text with holes; undefined when nothing is. */
export function faultInTemplate(template: string): string | undefined {
  for (const [whole, inside = ''] of template.matchAll(hole))
    if (!pointerForm.test(inside)) return `${whole} is no JSON pointer such as {/title} or {/title|/name}`;
  return /[{}]/.test(template.replaceAll(hole, '')) ? 'a brace without its other half' : undefined;
}

/** A text with its holes filled. Undefined when it has holes and nothing stands in any of them. */
export function fill(template: string, places: Places): string | undefined {
  let holes = 0;
  let filled = 0;
  const text = template.replaceAll(hole, (_, inside: string) => {
    const value = textOf(valueAt(inside, places));
    holes += 1;
    if (value !== '') filled += 1;
    return value;
  });
  return holes > 0 && filled === 0 ? undefined : text.trim();
}
