import { changeChannel } from '../channel/change.ts';
import { createChannel } from '../channel/create.ts';
import { listChannels } from '../channel/list.ts';
import { removeChannel } from '../channel/remove.ts';
import { testChannel } from '../channel/try.ts';
import { endCalendarAddress, makeCalendarAddress } from '../preference/calendar.ts';
import { changePreference } from '../preference/change.ts';
import { showPreference } from '../preference/show.ts';
import type { AnyStored } from '../stored-operation.ts';
import { dropNotice } from './drop.ts';
import { listNotices } from './list.ts';
import { resendNotice } from './resend.ts';
import { showNotice } from './show.ts';

/** How people are told things: how each wants it, where the organisation hears of it, and what goes out. */
export const noticeOperations: readonly AnyStored[] = [
  showPreference,
  changePreference,
  makeCalendarAddress,
  endCalendarAddress,
  listNotices,
  showNotice,
  resendNotice,
  dropNotice,
  listChannels,
  createChannel,
  changeChannel,
  removeChannel,
  testChannel,
];
