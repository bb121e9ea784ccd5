import { addMoment, type Moment } from '../moment.ts';
import type { Context } from '../reading.ts';
import { Delivery, type User } from './schema.ts';

/** One delivery while it is read: what all kinds share. */
export type GitLabDelivery = {
  payload: unknown;
  kind: string;
  /** Where it stands. */
  at: string;
  /** `group/project`, for a sentence. */
  project: string;
  projectId: string;
  actor: string | undefined;
  context: Context;
  /** Adds a moment; `actor` is who caused the delivery when it is not given. */
  add(moment: Moment): void;
  /** Says that it is left out. */
  leave(what: string, why: string): void;
  /** Names the actor as somebody who wrote; machines are none. */
  wrote(place: string): void;
};

type Parsed = ReturnType<typeof Delivery.parse>;

export const nameOf = (user: ReturnType<typeof User.parse>) => user?.name ?? user?.username ?? undefined;
/** Users that GitLab makes for access tokens, and its own. */
const machine = /^(?:(?:project|group)_\d+_bot|alert-bot|support-bot|security-bot|automation-bot|ghost\d*$)/;

/** `group/project`; of an epic the group, which older hooks name in its address only. */
function placeOf({ project, group, project_name: name, project_id: id, object_attributes: item, ...more }: Parsed) {
  const path = /^https?:\/\/[^/]{1,200}\/(?:groups\/)?([^?#]{1,300}?)\/-\//.exec(item?.url ?? '')?.[1];
  const known = project?.path_with_namespace ?? group?.full_path ?? name ?? path;
  if (known !== undefined) return known;
  const home = /^https?:\/\/[^/]{1,200}\/([^?#]{1,300})$/.exec(more.repository?.homepage ?? '')?.[1];
  return home ?? more.repository?.name ?? (id === undefined ? 'GitLab' : `project ${id}`);
}

/** Takes a delivery apart. `deliveryId` is what GitLab calls it. */
export function delivery(
  payload: unknown,
  kind: string,
  at: string,
  deliveryId: string | undefined,
  context: Context,
): GitLabDelivery {
  const one = Delivery.parse(payload);
  const actor = nameOf(one.user) ?? one.user_name ?? one.user_username ?? undefined;
  const isConfidential = one.event_type?.startsWith('confidential_') || one.object_attributes?.confidential === true;
  const { facts } = context.reading;
  const holder = one.project?.name ? 'project' : 'repository';
  const service = one[holder]?.name;
  if (service) facts.services.push({ value: context.keep(service), evidence: `${at}/${holder}/name` });
  return {
    payload,
    kind,
    at,
    project: placeOf(one),
    projectId: one.project?.id ?? one.project_id ?? one.project?.path_with_namespace ?? '',
    actor,
    context,
    add: (moment) =>
      addMoment(
        { actor, ...moment, notes: [...(moment.notes ?? []), isConfidential ? 'It is confidential at GitLab.' : ''] },
        { id: deliveryId, sender: 'GitLab' },
        context,
      ),
    leave: (what, why) => context.ignored.add(context.keep(what).slice(0, 80), why, at),
    wrote: (place) => {
      if (actor === undefined || machine.test(one.user?.username ?? one.user_username ?? '')) return;
      facts.people.push({ value: context.keep(actor), evidence: place });
    },
  };
}
