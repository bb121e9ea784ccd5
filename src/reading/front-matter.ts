import type { MarkdownDoc } from '../markdown/blocks.ts';
import { plainText } from '../markdown/plain.ts';
import { type Label, labelKey } from './labels.ts';

const pair = /^([ \t]{0,12})(?:- )?["']?([\p{L}_][\p{L}\p{N}_ .-]{0,60}?)["']?\s?[:=](?:\s+(.*))?$/u;
const item = /^[ \t]{0,12}-\s+(.*)$/;

function unquote(value: string): string {
  const bare = (value.includes('#') ? value.replace(/\s#\s.*$/, '') : value).trim();
  const quoted = (bare.startsWith('"') || bare.startsWith("'")) && /^(["']).*\1$/.test(bare);
  return quoted ? bare.slice(1, -1) : bare;
}

/**
 * The keys of a document's front matter as labels, nested keys by their own name, lists joined by commas. Read line by line:
 * a value keeps the words it has in the document (a date stays text), and broken YAML costs one line only.
 */
export function frontMatterLabels(doc: MarkdownDoc): Label[] {
  if (!doc.frontMatter) return [];
  const labels: Label[] = [];
  let offset = doc.frontMatter.textFrom;
  for (const line of doc.frontMatter.text.split('\n')) {
    const found = pair.exec(line);
    const listed = found ? null : item.exec(line);
    const last = labels.at(-1);
    if (found) {
      const name = found[2] ?? '';
      const plain = unquote(found[3] ?? '');
      const value = plain.startsWith('[') ? plain.replace(/^\[(.*)\]$/, '$1') : plain;
      labels.push({
        key: labelKey(name),
        name,
        value: plainText(value),
        origin: 'frontMatter',
        kind: 'header',
        from: offset,
        to: offset + line.length,
      });
    } else if (listed && last)
      last.value = [last.value, unquote(listed[1] ?? '')].filter((part) => part !== '').join(', ');
    offset += line.length + 1;
  }
  return labels.filter((label) => label.value !== '' && !/^[|>][+-]?$/.test(label.value));
}
