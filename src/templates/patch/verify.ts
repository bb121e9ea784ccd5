import { parseMarkdown } from '../../markdown/blocks.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { readBound } from '../read/read.ts';
import type { Template } from '../template.ts';

/** A record as text to compare: keys sorted, without line numbers; of a claim its figure and words. */
export function fingerprint(record: PostmortemRecord): string {
  return JSON.stringify(record, (key, value: unknown) => {
    if (key === 'line') return undefined;
    if (key === 'claims' && Array.isArray(value))
      return (value as { figure: string; text: string }[]).map(({ figure, text }) => ({ figure, text }));
    if (Array.isArray(value)) return value.length === 0 ? undefined : value;
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return entries.length === 0 && key !== '' ? undefined : Object.fromEntries(entries);
  });
}

/** Reads a patched source again: undefined when it holds exactly the intended record, else the first difference. */
export function differs(source: string, template: Template, intended: PostmortemRecord): string | undefined {
  const { record } = readBound(parseMarkdown(source), template);
  if (fingerprint(record) === fingerprint(intended)) return undefined;
  const names = new Set([...Object.keys(record), ...Object.keys(intended)]) as Set<keyof PostmortemRecord>;
  for (const name of names) {
    const [got, wanted] = [fingerprint({ [name]: record[name] }), fingerprint({ [name]: intended[name] })];
    if (got !== wanted) return `\`${name}\` would read ${shorten(got)} instead of ${shorten(wanted)}`;
  }
  return 'the record would differ';
}

const shorten = (text: string): string => (text.length > 160 ? `${text.slice(0, 160)}…` : text);
