/** Kinds of hooks that a body may say it is, a word that only GitLab has. Others are known by their project. */
const kinds: ReadonlySet<string> = new Set([
  'push',
  'tag_push',
  'issue',
  'incident',
  'work_item',
  'note',
  'merge_request',
  'wiki_page',
  'pipeline',
  'build',
  'job',
  'deployment',
  'feature_flag',
  'release',
  'emoji',
  'milestone',
  'vulnerability',
  'access_token',
]);

/** Hooks of members, projects, groups and keys have no kind and no project, only this name of their event. */
const ofPeople =
  /^(?:user|key|project|group|subgroup)_(?:add|update|remove|access_request|create|destroy|rename|transfer|failed_login|block)/;

/** True for a hook that tells of members, projects, groups or keys. */
export const isOfPeople = (name: string): boolean => ofPeople.test(name);

/** True for what can be read as a delivery. */
export const isDelivery = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How surely a value is a hook of GitLab: it names its kind, and its project by a path with a namespace. */
export function certainty(value: unknown): number {
  if (!isDelivery(value)) return 0;
  const { object_kind: kind, event_name: name, project } = value;
  const path = isDelivery(project) && typeof project['path_with_namespace'] === 'string';
  if (typeof kind === 'string') return kinds.has(kind) ? 0.95 : path ? 0.8 : 0;
  if (typeof name !== 'string') return 0;
  const isDated = typeof value['created_at'] === 'string' && typeof value['updated_at'] === 'string';
  return path || (isOfPeople(name) && isDated) ? 0.8 : 0;
}
