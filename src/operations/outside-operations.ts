import { listAnnouncements } from './announcement/list.ts';
import { previewAnnouncement } from './announcement/preview.ts';
import { sendAnnouncement } from './announcement/send.ts';
import { previewPublication } from './publication/preview.ts';
import { publish } from './publication/publish.ts';
import { showPublication } from './publication/show.ts';
import { withdrawPublication } from './publication/withdraw.ts';
import { withdrawStatus } from './status/withdraw.ts';
import { addSubscription } from './subscription/add.ts';
import { listSubscriptions } from './subscription/list.ts';
import { removeSubscription } from './subscription/remove.ts';
import type { AnyStored } from './stored-operation.ts';

/** What leaves the house: the public version, what is told, the status page and who hears of it. */
export const outsideOperations: readonly AnyStored[] = [
  previewPublication,
  publish,
  showPublication,
  withdrawPublication,
  listAnnouncements,
  previewAnnouncement,
  sendAnnouncement,
  withdrawStatus,
  listSubscriptions,
  addSubscription,
  removeSubscription,
];
