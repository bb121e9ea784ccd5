import type { PostmortemRecord } from '../../record/record.ts';
import { fitProse } from './prose-text.ts';

/** The sections that no field holds, each under its own heading, at its own level but never as a second title. */
export function customSections(record: PostmortemRecord): string {
  let out = '';
  for (const { heading, level, text } of record.custom ?? []) {
    const depth = Math.min(6, Math.max(2, level ?? 2));
    const title = heading.replace(/\s+/g, ' ').trim();
    out += `\n${'#'.repeat(depth)} ${title === '' ? 'Notes' : title}\n`;
    if (text.trim() !== '') out += `\n${fitProse(text, depth).trimEnd()}\n`;
  }
  return out;
}
