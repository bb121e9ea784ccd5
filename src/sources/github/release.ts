import { readInstant } from '../instant.ts';
import type { GitHubDelivery } from './delivery.ts';
import { Release } from './schema.ts';

/** Actions that are all the one moment of publishing. */
const publishing: ReadonlySet<string> = new Set(['published', 'released', 'prereleased', 'created']);

/** Reads a release. Its `created_at` is that of its commit, so only what was published has a time. */
export function readRelease({ payload, action, at, repository, add, leave }: GitHubDelivery): void {
  const { release } = Release.parse(payload);
  const name = [release?.tag_name, release?.name].filter((part, index, all) => part && all.indexOf(part) === index);
  const title = `${release?.prerelease ? 'Pre-release' : 'Release'} ${name.join(' · ')} of ${repository}`;
  const place = `${at}/release`;
  const link = { kind: 'release', url: release?.html_url, of: repository };
  if (publishing.has(action)) {
    if (action === 'created' && release?.draft) return leave('it is a draft');
    const epochMs = readInstant(release?.published_at);
    add({
      key: `github:release:${release?.id ?? ''}:published`,
      what: 'a release',
      epochMs,
      place,
      text: `${title} published`,
      body: release?.body,
      isChange: true,
      link,
    });
    return;
  }
  if (!['edited', 'deleted', 'unpublished'].includes(action)) return leave('this action is unknown');
  const epochMs = action === 'edited' ? readInstant(release?.updated_at) : undefined;
  const key = `github:release:${release?.id ?? ''}:${action}:${epochMs ?? ''}`;
  add({ key, what: `a release ${action}`, epochMs, place, text: `${title} ${action}` });
}
