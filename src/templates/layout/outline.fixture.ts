import type { Layout, LayoutColumn, LayoutFilter, LayoutFixed, LayoutItem } from './layout.ts';

/** A layout as an outline that a person can read and compare: a line for each item, one for each fixed row. */
export const outlineOf = ({ sections }: Layout): string =>
  sections
    .map(({ level, title, id, items }) => `${'#'.repeat(level)} ${title} <${id}>\n${items.map(itemText).join('')}`)
    .join('\n');

function itemText(item: LayoutItem): string {
  if (item.kind === 'rule') return '---\n';
  if (item.kind === 'note' || item.kind === 'label') return `${item.kind}: ${item.text.replaceAll('\n', ' / ')}\n`;
  if (item.kind === 'prose')
    return `prose "${item.label}" ${item.path}${item.code === undefined ? '' : ` code(${item.code})`}\n`;
  if (item.kind === 'choice')
    return `choice "${item.label}" ${item.path}\n${item.options.map(({ value, label }) => `  ${value}: ${label}\n`).join('')}`;
  if (item.kind === 'field') {
    const place = [item.joined && 'joined', item.nested && 'nested', item.heading && 'heading'].filter(Boolean);
    const around = [item.before, '_', item.after].filter((text) => text !== undefined).join(' ');
    return `field "${item.label}" ${item.path} ${[item.field, ...place].join(' ')}${around === '_' ? '' : ` [${around}]`}\n`;
  }
  const flags = [item.open && 'open', item.single && 'single', item.nested && 'nested'].filter(Boolean).join(' ');
  const words = [item.as, item.collection, filterText(item.filter), flags, item.mark, item.label && `"${item.label}"`];
  const fixed = (item.fixed ?? []).map(fixedText).join('');
  return `${words.filter(Boolean).join(' ')}: ${item.columns.map(columnText).join(', ')}\n${fixed}`;
}

const filterText = (filters: readonly LayoutFilter[]): string =>
  filters.map(({ key, values, rest }) => `{${key}=${[...values, ...(rest ? ['*'] : [])].join(',')}}`).join('');

const columnText = ({ key, title, field, figure, tick, below }: LayoutColumn): string =>
  [key || '-', `"${title}"`, field, figure, tick && `=${tick}`, below && 'below'].filter(Boolean).join(' ');

function fixedText({ label, filter, keys, cells = [] }: LayoutFixed): string {
  const more = cells.map((cell) => `${cell.column}=${'path' in cell ? cell.path : `"${cell.text}"`}`);
  const entry = filter === undefined ? 'no entry' : filterText(filter);
  return `  ${label}: ${[entry, keys.join(' '), ...more].filter((text) => text !== '').join('; ')}\n`;
}
