import type { ErrorText } from './error-text.ts';

/** What can stop a step of an action. */
export const actionErrors = {
  'action.elsewhere': {
    message: '{action} is {stage}: `{step}` goes from {from}',
    remedy: 'See `action.show` for what can be done with it now.',
  },
  'action.incomplete': {
    message: '{action} cannot be committed: it has no {missing}',
    remedy: 'Say who does it, by which day, and how it will be seen that it worked.',
  },
} as const satisfies Record<string, ErrorText>;
