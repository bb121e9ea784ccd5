import { catalogue } from '../../record/catalogue.ts';

/** The last section of docs/templates.md: every path a placeholder can name, by collection or group. */
export function pathTable(): string {
  const groups = new Map<string, string[]>();
  for (const { path, kind, collection } of catalogue.values()) {
    const group = collection ?? path.split('.').slice(0, -1).join('.');
    const name = group === '' ? path : path.slice(group.length + 1);
    const key = collection === undefined ? group || '(no group)' : `${group} (entries)`;
    groups.set(key, [...(groups.get(key) ?? []), kind === 'line' ? name : `${name} *${kind}*`]);
  }
  const rows = [...groups].map(([group, names]) => `| \`${group}\` | ${names.join(', ')} |\n`);
  return `## Paths\n\nFields without a kind hold one line of text. Claims may be bound under the name of any figure.\n\n| group | fields |\n|---|---|\n${rows.join('')}`;
}
