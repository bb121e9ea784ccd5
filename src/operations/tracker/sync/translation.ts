import { trackerOf } from '../../../outbound/trackers/index.ts';
import type { KeptTracker } from '../load.ts';
import type { Told } from './links.ts';
import type { Translation } from './merge.ts';

const plainName = (name: string): string => name.trim().replace(/^@/, '').toLowerCase();

/** How the values of an action are told at a tracker. An owner without an account there is not told. */
export function translationOf({ kind, options: { accounts } }: KeptTracker, theirs?: Told): Translation {
  const known = Object.entries(accounts);
  const account = (name: string) => known.find(([here]) => plainName(here) === plainName(name))?.[1];
  const { fields } = trackerOf(kind);
  // GitLab closes, and does not say whether the work was done.
  const hasDropped = kind !== 'gitlab';
  return {
    fields,
    toTheirs: (field, ours) => {
      if (field === 'state' && ours === 'dropped' && !hasDropped) return 'done';
      if (field !== 'owner' || ours === null) return ours;
      return account(ours);
    },
    toOurs: (field, there) => {
      if (field !== 'owner' || there === null) return there;
      return known.find(([, its]) => its === there)?.[0] ?? theirs?.ownerName ?? there;
    },
  };
}
