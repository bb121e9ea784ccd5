import { TrackerError } from '../../../outbound/trackers/index.ts';
import type { StoredContext } from '../../stored-operation.ts';
import type { KeptTracker } from '../load.ts';
import { compare, type Compared, failed } from './compare.ts';
import { createIssue, expected } from './create-issue.ts';
import { beginCreations, claimLinks, keepOutcomes, type Link, releaseLinks, stateOf } from './links.ts';
import { presentMs } from './present.ts';
import { loadOurs, type Ours } from './ours.ts';
import { tell, type Telling } from './tell.ts';

/** Links that are taken at a time, and requests that are under way together: GitHub asks for few. */
const mostTaken = 100;
const atOnce = 4;

/** Failures in a row after which a tracker is left alone for a while. */
const mostFailures = 4;

/** Problems of one issue; all others are the tracker's, and nothing more is asked of it for now. */
const ofOne = new Set(['missing', 'invalid']);

/** What has to be known of a creation before it is begun, kept durably. */
async function prepare(context: StoredContext, kept: KeptTracker, links: readonly Link[], ours: Map<string, Ours>) {
  const creations = links.flatMap(({ id, issueId }) => {
    const own = ours.get(id);
    return issueId !== '' || own === undefined ? [] : [{ id, agreed: expected(kept, own) }];
  });
  await beginCreations(context, creations);
}

const gone = (link: Link): Compared => ({
  outcome: { ...stateOf(link), dueAt: null, ended: true, problem: null },
  pulled: {},
});

/**
 * Looks at links of a tracker that are due: makes issues, changes them, and tells actions what changed there. Answers how many were
 * looked at.
 * @throws TrackerError when the tracker is to be left alone
 */
export async function work(context: StoredContext, kept: KeptTracker): Promise<number> {
  const links = await claimLinks(context, kept.id, mostTaken);
  if (links.length === 0) return 0;
  const nowMs = presentMs(context);
  const done: Compared[] = [];
  const tellings: Telling[] = [];
  let stop: TrackerError | undefined;
  let inRow = 0;
  const queue = [...links];
  try {
    const ours = await loadOurs(
      context,
      links.map(({ id }) => id),
    );
    await prepare(context, kept, links, ours);
    const one = async (link: Link): Promise<void> => {
      const own = ours.get(link.id);
      if (own === undefined) return void done.push(gone(link));
      try {
        const isNew = link.issueId === '';
        const found = isNew
          ? await createIssue(kept, link, own, { origin: context.origin, nowMs })
          : await compare(kept, link, own);
        done.push(found);
        if (found.outcome.doubtAt) inRow += 1;
        else inRow = 0;
        const key = found.outcome.issueKey ?? link.issueKey;
        const made = isNew && found.outcome.issueId !== undefined;
        tellings.push({
          link,
          ours: own,
          pulled: found.pulled,
          issue: `${kept.name} ${key}`,
          ...(made ? { ticket: ticketOf(kept, key) } : {}),
        });
      } catch (error) {
        if (!(error instanceof TrackerError)) throw error;
        // What was begun and certainly not done is no doubt.
        const noDoubt = link.issueId === '' ? { doubtAt: null } : {};
        inRow += ofOne.has(error.problem) ? 0 : 1;
        if (error.problem === 'limited' || error.problem === 'refused' || error.problem === 'other') stop = error;
        const outcome =
          ofOne.has(error.problem) || error.problem === 'unreachable'
            ? failed(link, error, nowMs(), own.seen)
            : { ...stateOf(link), dueAt: context.now };
        done.push({ outcome: { ...outcome, ...noDoubt }, pulled: {} });
      }
      if (inRow >= mostFailures) stop ??= new TrackerError('unreachable', 'several requests in a row had no answer');
    };
    const runner = async () => {
      for (let link = queue.shift(); link !== undefined; link = stop === undefined ? queue.shift() : undefined)
        await one(link);
    };
    await Promise.all(Array.from({ length: atOnce }, runner));
    const held = await tell(context, tellings);
    await keepOutcomes(
      context,
      done.map(({ outcome }) => (held.has(outcome.id) ? { ...outcome, ...held.get(outcome.id) } : outcome)),
    );
  } finally {
    const begun = queue.filter(({ issueId }) => issueId === '');
    await keepOutcomes(
      context,
      begun.map((link) => ({ ...stateOf(link), doubtAt: null, dueAt: context.now })),
    );
    await releaseLinks(
      context,
      queue.map(({ id }) => id),
    );
  }
  if (stop !== undefined) throw stop;
  return done.length;
}

/** What a document calls an issue: its key, with the repository before a mere number. */
const ticketOf = ({ project }: KeptTracker, key: string): string => (key.startsWith('#') ? `${project}${key}` : key);
