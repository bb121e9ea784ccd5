import { addMoment, type Moment } from '../moment.ts';
import type { Context } from '../reading.ts';
import { Delivery } from './schema.ts';

/** One delivery while it is read: what all kinds share. */
export type GitHubDelivery = {
  payload: unknown;
  kind: string;
  action: string;
  /** Where it stands. */
  at: string;
  /** `owner/name`, for a sentence. */
  repository: string;
  repositoryId: string;
  pushedAt: unknown;
  actor: string | undefined;
  context: Context;
  /** Adds a moment; `actor` is the sender when it is not given. */
  add(moment: Moment): void;
  /** Says that the action is left out. */
  leave(why: string): void;
  /** Names somebody who wrote; machines are none. */
  wrote(
    user: { login?: string | null | undefined; type?: string | null | undefined } | null | undefined,
    place: string,
  ): void;
};

/** Takes a delivery apart. */
export function delivery(
  payload: unknown,
  kind: string,
  at: string,
  deliveryId: string | undefined,
  context: Context,
): GitHubDelivery {
  const { action, sender, repository, organization } = Delivery.parse(payload);
  const actor = sender?.login ?? undefined;
  const { facts } = context.reading;
  if (repository?.name)
    facts.services.push({ value: context.keep(repository.name), evidence: `${at}/repository/name` });
  return {
    payload,
    kind,
    action: action ?? '',
    at,
    repository: repository?.full_name ?? organization?.login ?? 'GitHub',
    repositoryId: repository?.id ?? repository?.full_name ?? '',
    pushedAt: repository?.pushed_at,
    actor,
    context,
    add: (moment) => addMoment({ actor, ...moment }, { id: deliveryId, sender: 'GitHub' }, context),
    leave: (why) => {
      const what = action ? `${kind}: ${context.keep(action).slice(0, 40)}` : kind;
      context.ignored.add(what, why, at);
    },
    wrote: (user, place) => {
      if (!user?.login || user.type === 'Bot' || user.login.endsWith('[bot]')) return;
      facts.people.push({ value: context.keep(user.login), evidence: place });
    },
  };
}
