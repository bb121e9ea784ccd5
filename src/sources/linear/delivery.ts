import { readInstant } from '../instant.ts';
import { memberOf } from '../lenient.ts';
import { addMoment, type Moment } from '../moment.ts';
import type { Context } from '../reading.ts';
import { Webhook } from './schema.ts';

/** One webhook while it is read. */
export type LinearDelivery = ReturnType<typeof Webhook.parse> & {
  at: string;
  /** Its data as it came. */
  raw: unknown;
  /** When it happened. */
  epochMs: number | undefined;
  actorName: string | undefined;
  context: Context;
  add(moment: Moment): void;
  leave(what: string, why: string): void;
  /** Names a person who wrote. */
  wrote(name: string | undefined, place: string): void;
};

/** Takes a webhook apart. */
export function delivery(value: unknown, at: string, deliveryId: string | undefined, context: Context): LinearDelivery {
  const webhook = Webhook.parse(value);
  const actorName = webhook.actor?.name ?? webhook.data?.user?.name ?? webhook.data?.botActor?.name;
  const isMachine = (webhook.actor?.type !== undefined && webhook.actor.type !== 'user') || !!webhook.data?.botActor;
  return {
    ...webhook,
    at,
    raw: memberOf(value, 'data'),
    epochMs: readInstant(webhook.createdAt),
    actorName,
    context,
    add: (moment) => addMoment({ actor: actorName, ...moment }, { id: deliveryId, sender: 'Linear' }, context),
    leave: (what, why) => context.ignored.add(context.keep(what).slice(0, 80), why, at),
    wrote: (name, place) => {
      if (name === undefined || isMachine) return;
      context.reading.facts.people.push({ value: context.keep(name), evidence: place });
    },
  };
}

/** `WEB-46` of an issue; in older webhooks it is made of the team's key and a number, or stands in the address. */
export function issueKey(
  issue:
    | { identifier?: string | undefined; number?: string | undefined; team?: { key?: string | undefined } | undefined }
    | undefined,
  url: string | undefined,
): string | undefined {
  if (issue?.identifier !== undefined) return issue.identifier;
  if (issue?.team?.key !== undefined && issue.number !== undefined) return `${issue.team.key}-${issue.number}`;
  return /^https:\/\/linear\.app\/[^/]{1,100}\/issue\/([A-Z0-9]{1,10}-\d{1,9})(?:[/#?]|$)/.exec(url ?? '')?.[1];
}
