import { bodies } from '../bodies.ts';
import { startReading } from '../reading.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { delivery, type GitLabDelivery } from './delivery.ts';
import { readItem } from './item.ts';
import { certainty, isDelivery, isOfPeople } from './kinds.ts';
import { readNote } from './note.ts';
import { readPush } from './push.ts';
import { readFeatureFlag, readRelease } from './release.ts';
import { readDeployment, readJob, readPipeline } from './run.ts';
import { Delivery } from './schema.ts';
import { deliveryId } from './webhook.ts';

/** How each kind of hook is read. */
const readers: ReadonlyMap<string, (one: GitLabDelivery) => void> = new Map([
  ['push', readPush],
  ['tag_push', readPush],
  ['issue', readItem],
  ['incident', readItem],
  ['work_item', readItem],
  ['merge_request', readItem],
  ['note', readNote],
  ['pipeline', readPipeline],
  ['build', readJob],
  ['job', readJob],
  ['deployment', readDeployment],
  ['release', readRelease],
  ['feature_flag', readFeatureFlag],
]);

/** Kinds that are known and left out, and why. */
const leftOut: ReadonlyMap<string, string> = new Map([
  ['wiki_page', 'a page of the wiki says nothing of what happened'],
  ['emoji', 'a reaction is no event'],
  ['milestone', 'it is bookkeeping'],
  ['repository_update', 'the push tells the same'],
]);

const whyNot = (kind: string): string =>
  leftOut.get(kind) ??
  (isOfPeople(kind) ? 'it tells of members, projects or keys, not of what happened' : 'no reader knows this kind');

/** Reads hooks of GitLab. Throws SourceError `gitlab.no-delivery` when there is none. */
export function read(file: EvidenceFile): SourceReading {
  const all = bodies(file);
  const isSaid = file.headers?.['x-gitlab-event'] !== undefined;
  const isGitLab = (value: unknown) => isDelivery(value) && (isSaid || certainty(value) > 0);
  if (!all.bodies.some(({ value }) => isGitLab(value))) {
    throw new SourceError(
      'gitlab.no-delivery',
      'There is no webhook of GitLab here: no object with object_kind and a project.',
      file.name,
      'Save the request that GitLab shows under Settings, Webhooks, Recent events.',
    );
  }
  const { context, done } = startReading('gitlab', file);
  for (const { value, at } of all.bodies) {
    if (!isGitLab(value)) {
      context.ignored.add('a value', 'it is no webhook of GitLab', at);
      continue;
    }
    const { object_kind: kind, event_name: name } = Delivery.parse(value);
    const called = kind ?? name ?? 'a hook of unknown kind';
    const reader = readers.get(called);
    if (reader) reader(delivery(value, called, at, deliveryId(file.headers ?? {}), context));
    else context.ignored.add(context.keep(called).slice(0, 60), whyNot(called), at);
  }
  return done(all.ignored);
}
