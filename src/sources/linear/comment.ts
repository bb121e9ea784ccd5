import { clockTime, readInstant } from '../instant.ts';
import { issueKey, type LinearDelivery } from './delivery.ts';

/** What an address is of: `https://linear.app/WORKSPACE/document/NAME`. */
function thingOf(url: string | undefined): string {
  const kind = /^https:\/\/linear\.app\/[^/]{1,100}\/(document|project|initiative)\//.exec(url ?? '')?.[1];
  return kind === undefined ? 'something at Linear' : `${kind === 'initiative' ? 'an' : 'a'} ${kind}`;
}

/** Reads a comment. An edit gives the same event its new words. */
export function readComment({ action, data, at, epochMs, url, actorName, add, leave, wrote }: LinearDelivery): void {
  if (action === 'remove') return leave('a comment', 'it was deleted');
  if (action !== 'create' && action !== 'update') return leave(`Comment: ${action}`, 'this action is unknown');
  const key = issueKey(data?.issue, url);
  const title = data?.issue?.title ? ` (${data.issue.title})` : '';
  const editedMs = readInstant(data?.editedAt);
  const place = `${at}/data`;
  const author = data?.user?.name ?? data?.botActor?.name ?? (action === 'create' ? actorName : undefined);
  add({
    key: `linear:comment:${data?.id ?? ''}`,
    what: 'a comment',
    epochMs: readInstant(data?.createdAt) ?? (action === 'create' ? epochMs : undefined),
    place,
    text: data?.body ?? '',
    quoted: true,
    notes: [
      `Comment on ${key === undefined && title === '' ? thingOf(url) : `issue ${key ?? ''}`.trim()}${title}.${editedMs === undefined ? '' : ` Edited at ${clockTime(editedMs)}.`}`,
    ],
    actor: author,
    editedMs,
  });
  wrote(author, place);
}
