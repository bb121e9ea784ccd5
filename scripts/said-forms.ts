import { parseSync } from 'vite';

type Node = { type: string } & Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The form of a template: its pieces with a hole for each value, as `say` makes it. */
function formOf(template: Node): string {
  const pieces = template['quasis'] as { value: { cooked: string } }[];
  return pieces.map(({ value }, index) => (index === 0 ? '' : `{${index - 1}}`) + value.cooked).join('');
}

/** The sentences of one source file that languages have words for: every template that is given to `say`. */
export function saidFormsIn(file: string, source: string): string[] {
  const found: string[] = [];
  const look = (node: Node): void => {
    if (node.type === 'TaggedTemplateExpression' && (node['tag'] as Node)['name'] === 'say')
      found.push(formOf(node['quasi'] as Node));
    for (const value of Object.values(node)) for (const inner of [value].flat()) if (isNode(inner)) look(inner);
  };
  look(parseSync(file, source).program as unknown as Node);
  return found;
}
