import type { FieldValues } from '../../../record/value-at.ts';
import { type Followed, loadFollowed } from '../../action/followed.ts';
import { saveStep, type Taken } from '../../action/save-step.ts';
import { reopenedStage } from '../../action/steps.ts';
import { HindcastError } from '../../errors.ts';
import { changePart } from '../../part/change.ts';
import { retried } from '../../save.ts';
import type { StoredContext } from '../../stored-operation.ts';
import type { Pulled } from './compare.ts';
import type { Link, Outcome } from './links.ts';
import { loadOurs, type Ours } from './ours.ts';
import { writeTickets } from './write-tickets.ts';

/** What an action is to be told of its issue. */
export type Telling = {
  link: Link;
  ours: Ours;
  pulled: Pulled;
  /** What people call the issue, with its tracker. */
  issue: string;
  /** What a document calls it, to be written where none is named; for an issue that was just made. */
  ticket?: string;
};

/** What only a document that nobody has signed takes. */
function editsOf({ ours, pulled: { title, due, owner } }: Telling): FieldValues {
  if (ours.status !== 'draft' && ours.status !== 'inReview') return {};
  return {
    ...(title === undefined ? {} : { text: title }),
    ...(due === null ? { due } : {}),
    ...(owner === null ? { owner } : {}),
  };
}

/** The step of the action's life that it is; undefined for none. */
function stepFor(followed: Followed, { pulled: { state, due, owner }, issue }: Telling): Taken | undefined {
  const more = { owner: owner ?? undefined, due: due ?? undefined };
  const { stage } = followed;
  if (state === 'done') return { step: 'finish', to: 'done', said: `${issue} was closed`, ...more };
  if (state === 'dropped')
    return { step: 'decline', to: 'declined', said: `${issue} was closed: it will not be done`, ...more };
  if (state === 'open')
    return { step: 'reopen', to: reopenedStage(stage, followed), said: `${issue} was opened again`, ...more };
  if (due === undefined && owner === undefined) return undefined;
  return due === null && owner === null ? undefined : { step: 'assign', to: stage, said: `as in ${issue}`, ...more };
}

async function tellOne(context: StoredContext, telling: Telling): Promise<void> {
  const { incidentId: incident, actionId: id } = telling.link;
  const set = editsOf(telling);
  const hasStep = Object.keys(telling.pulled).some((field) => field !== 'title');
  if (Object.keys(set).length === 0 && !hasStep) return;
  const load = () => loadFollowed(context, { incident, id }, 'action.follow');
  const { part } = await load();
  if (Object.keys(set).length > 0)
    await changePart(context, 'actions.change', { incident, key: 'actions', id }, { set, seen: part.version });
  if (!hasStep) return;
  await retried(async () => {
    const followed = await load();
    const taken = stepFor(followed, telling);
    if (taken !== undefined) await saveStep(context, followed, taken);
  });
}

/**
 * Tells actions what their issues say, as steps of their lives, which they take when their document is signed, too. What could not be
 * told stays to be told: the outcome of such links is answered by their id.
 */
export async function tell(
  context: StoredContext,
  tellings: readonly Telling[],
): Promise<Map<string, Partial<Outcome>>> {
  const held = new Map<string, Partial<Outcome>>();
  await writeTickets(context, tellings);
  const pulling = tellings.filter(({ pulled }) => Object.keys(pulled).length > 0);
  const today = await loadOurs(
    context,
    pulling.map(({ link }) => link.id),
  );
  for (const telling of pulling) {
    const { link, ours } = telling;
    // Somebody changed it while the tracker was asked: both sides are compared again.
    if (today.get(link.id)?.seen !== ours.seen) {
      held.set(link.id, { agreed: link.agreed, dueAt: context.now });
      continue;
    }
    try {
      await tellOne(context, telling);
    } catch (error) {
      if (!(error instanceof HindcastError)) throw error;
      held.set(link.id, { agreed: link.agreed, problem: error.message });
    }
  }
  return held;
}
