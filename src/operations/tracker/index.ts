import { linkAction } from '../link/link.ts';
import { listLinks } from '../link/list.ts';
import { resolveLink } from '../link/resolve.ts';
import { retryLink } from '../link/retry.ts';
import { sendToTracker } from '../link/send.ts';
import { unlinkAction } from '../link/unlink.ts';
import type { AnyStored } from '../stored-operation.ts';
import { changeTracker } from './change.ts';
import { createTracker } from './create.ts';
import { listTrackers } from './list.ts';
import { removeTracker } from './remove.ts';
import { syncTracker } from './sync-now.ts';
import { testTracker } from './try.ts';

/** What can be done with trackers, and with actions that are kept in step with issues. */
export const trackerOperations: readonly AnyStored[] = [
  createTracker,
  listTrackers,
  changeTracker,
  removeTracker,
  testTracker,
  syncTracker,
  sendToTracker,
  linkAction,
  unlinkAction,
  listLinks,
  resolveLink,
  retryLink,
];
