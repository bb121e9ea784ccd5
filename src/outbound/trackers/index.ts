import { github } from './github/index.ts';
import { gitlab } from './gitlab/index.ts';
import { jira } from './jira/index.ts';
import { linear } from './linear/index.ts';
import type { Tracker } from './tracker.ts';

export type { Issue, IssueField, IssueState, IssueValues, Tracker, TrackerPlace } from './tracker.ts';
export { TrackerError } from './tracker-error.ts';

/** Systems that actions are kept in step with. Another one is a folder and a line here. */
export const trackers: readonly Tracker[] = [github, gitlab, jira, linear];

/** The one of a kind. */
export function trackerOf(kind: string): Tracker {
  const found = trackers.find((tracker) => tracker.kind === kind);
  if (found === undefined) throw new Error(`no tracker is called ${kind}`);
  return found;
}
