import { formatInstant, readInstant } from '../instant.ts';
import type { GitLabDelivery } from './delivery.ts';
import { FeatureFlag, Release } from './schema.ts';

const actions: ReadonlyMap<string, string> = new Map([
  ['create', 'published'],
  ['update', 'edited'],
  ['delete', 'deleted'],
]);

const minuteMs = 60_000;

/** Reads a release. Only its creation has a time; its own date may be later, then it is only announced. */
export function readRelease({ payload, at, project, add, leave }: GitLabDelivery): void {
  const release = Release.parse(payload);
  const action = release.action ?? '';
  const said = actions.get(action);
  if (said === undefined) return leave(`release: ${action}`, 'this action is unknown');
  const createdMs = readInstant(release.created_at);
  const releasedMs = readInstant(release.released_at);
  const isUpcoming =
    action === 'create' && createdMs !== undefined && releasedMs !== undefined && releasedMs - createdMs > minuteMs;
  const name = release.name && release.name !== release.tag ? `${release.tag ?? ''} · ${release.name}` : release.tag;
  add({
    key: `gitlab:release:${release.id ?? ''}:${action}`,
    ...(action === 'update' ? {} : { isOnce: true as const }),
    what: `a release ${said}`,
    epochMs: action === 'create' ? createdMs : undefined,
    place: at,
    text: `Release ${name ?? '?'} of ${project} ${isUpcoming ? `announced for ${formatInstant(releasedMs)}` : said}`,
    ...(action === 'create' ? { body: release.description, isChange: !isUpcoming } : {}),
    link: { kind: 'release', url: release.url, of: project },
  });
}

/** Reads that a feature flag was switched. GitLab states no time of it. */
export function readFeatureFlag({ payload, at, project, add }: GitLabDelivery): void {
  const { object_attributes: flag } = FeatureFlag.parse(payload);
  const said = flag?.active === true ? 'switched on' : flag?.active === false ? 'switched off' : 'changed';
  add({
    key: `gitlab:feature_flag:${flag?.id ?? ''}:${said.slice(9)}`,
    what: `feature flag ${said}`,
    epochMs: undefined,
    place: `${at}/object_attributes`,
    text: `Feature flag ${flag?.name ?? '?'} of ${project} ${said}`,
    body: flag?.description,
    isChange: true,
  });
}
