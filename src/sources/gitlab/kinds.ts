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

/** True for what can be read as a delivery. */
export const isDelivery = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How surely a value is a hook of GitLab: it names its kind, and its project by a path with a namespace. */
export function certainty(value: unknown): number {
  if (!isDelivery(value)) return 0;
  const { object_kind: kind, event_name: name, project } = value;
  const path = isDelivery(project) && typeof project['path_with_namespace'] === 'string';
  if (typeof kind === 'string') return kinds.has(kind) ? 0.95 : path ? 0.8 : 0;
  return typeof name === 'string' && path ? 0.8 : 0;
}
