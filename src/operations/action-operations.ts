import { assignAction } from './action/assign.ts';
import { commitAction } from './action/commit.ts';
import { declineAction } from './action/decline.ts';
import { finishAction } from './action/finish.ts';
import { listActions } from './action/list.ts';
import { matchingActions } from './action/matching.ts';
import { reopenAction } from './action/reopen.ts';
import { showAction } from './action/show.ts';
import { verifyAction } from './action/verify.ts';
import type { AnyStored } from './stored-operation.ts';

/** What can be done with the work that follows from incidents. A part of the list of all operations. */
export const actionOperations: readonly AnyStored[] = [
  listActions,
  showAction,
  matchingActions,
  commitAction,
  finishAction,
  verifyAction,
  declineAction,
  reopenAction,
  assignAction,
];
