import { clockTime, readInstant } from '../instant.ts';
import { firstLine, shortSha } from '../moment.ts';
import type { GitLabDelivery } from './delivery.ts';
import { Note } from './schema.ts';

/** Reads a comment. An edit gives the same event its new words. */
export function readNote({ payload, at, project, add, leave, wrote }: GitLabDelivery): void {
  const { object_attributes: note, issue, merge_request: merge, commit, snippet } = Note.parse(payload);
  if (note?.system) return leave('a system note', 'GitLab wrote it by itself: the event it tells of comes on its own');
  const item = issue ?? merge ?? snippet;
  const title = item?.title ?? firstLine(commit?.message);
  const on = issue
    ? `issue #${issue.iid ?? '?'}`
    : merge
      ? `merge request !${merge.iid ?? '?'}`
      : commit
        ? `commit ${shortSha(commit.id)}`
        : (note?.noteable_type ?? 'something').replace(/^.*::/, '').toLowerCase();
  const editedMs = readInstant(note?.updated_at);
  const isEdit = note?.action === 'update' && editedMs !== undefined;
  const place = `${at}/object_attributes`;
  add({
    key: `gitlab:note:${note?.id ?? ''}`,
    what: `a comment on ${on}`,
    epochMs: readInstant(note?.created_at),
    place,
    text: note?.note ?? '',
    quoted: true,
    notes: [
      `Comment on ${on}${title ? ` (${title})` : ''} of ${project}.${isEdit ? ` Edited at ${clockTime(editedMs)}.` : ''}`,
    ],
    editedMs,
  });
  wrote(place);
}
