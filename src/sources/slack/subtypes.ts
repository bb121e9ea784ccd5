/** Why a message of this subtype is no message of a person or a bot. Others, known or not, are read as messages. */
export const leftOut: ReadonlyMap<string, string> = new Map([
  ['channel_join', 'somebody joined'],
  ['channel_leave', 'somebody left'],
  ['group_join', 'somebody joined'],
  ['group_leave', 'somebody left'],
  ['bot_add', 'a bot was added'],
  ['bot_remove', 'a bot was removed'],
  ['channel_archive', 'the channel was archived'],
  ['channel_unarchive', 'the channel was opened again'],
  ['channel_convert_to_private', 'the channel was made private'],
  ['channel_posting_permissions', 'permissions changed'],
  ['pinned_item', 'a message was pinned'],
  ['unpinned_item', 'a message was unpinned'],
  ['reminder_add', 'a reminder was set'],
  ['message_deleted', 'it was deleted'],
  ['tombstone', 'it was deleted'],
  ['message_replied', 'it only counts replies'],
]);

/** Subtypes that are messages. An unknown one is read too, and said. */
export const messageSubtypes: ReadonlySet<string> = new Set([
  'bot_message',
  'me_message',
  'thread_broadcast',
  'reply_broadcast',
  'file_share',
  'file_comment',
  'file_mention',
  'channel_topic',
  'channel_purpose',
  'channel_name',
  'group_topic',
  'group_purpose',
  'group_name',
  'slackbot_response',
  'assistant_app_thread',
  'huddle_thread',
]);
