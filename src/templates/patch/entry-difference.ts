import { parseMarkdown } from '../../markdown/blocks.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { readBound } from '../read/read.ts';
import type { Template } from '../template.ts';
import type { Entry } from '../write/select.ts';
import { fingerprint } from './verify.ts';

/** Reads again after an entry was added: undefined when that entry is new and everything else as before. */
export function entryDifference(
  source: string,
  template: Template,
  before: PostmortemRecord,
  collection: string,
  entry: Entry,
): string | undefined {
  const after = readBound(parseMarkdown(source), template).record;
  const prints = (record: PostmortemRecord) => {
    const list = (record as unknown as { [key: string]: object[] | undefined })[collection] ?? [];
    return list.map((one) => fingerprint({ [collection]: [one] } as PostmortemRecord));
  };
  const old = prints(before);
  const now = prints(after);
  if (now.length !== old.length + 1) return `there would be ${now.length} entries instead of ${old.length + 1}`;
  const fresh = now.findIndex((print, index) => print !== old[index]);
  const at = fresh < 0 ? now.length - 1 : fresh;
  if (now.toSpliced(at, 1).join('\n') !== old.join('\n')) return 'other entries would change';
  const list = (after as unknown as { [key: string]: Entry[] })[collection] ?? [];
  const added = list[at] ?? {};
  for (const [key, value] of Object.entries(entry))
    if (value !== undefined && value !== false && JSON.stringify(added[key]) !== JSON.stringify(value))
      return added[key] === undefined
        ? `its \`${key}\` would be lost: the template has no place for it there`
        : `its \`${key}\` would read ${JSON.stringify(added[key])}`;
  const rest = (record: PostmortemRecord) => fingerprint({ ...record, [collection]: undefined });
  return rest(after) === rest(before) ? undefined : 'something else would change';
}
