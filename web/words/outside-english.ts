import { noticesWords } from './notices.ts';
import { publishingWords } from './publishing.ts';
import { remindersWords } from './reminders.ts';
import { statusSettingsWords } from './status-settings.ts';
import { tellWords } from './tell.ts';
import { trackersWords } from './trackers.ts';

/** Texts of the screens of what leaves the house, in English. */
export const outsideEnglish = {
  notices: noticesWords,
  reminders: remindersWords,
  publishing: publishingWords,
  tell: tellWords,
  statusSettings: statusSettingsWords,
  trackers: trackersWords,
};
