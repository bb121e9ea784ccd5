import type { ErrorText } from './error-text.ts';

/** What can stop somebody from coming in or from doing what they may not. */
export const accessErrors = {
  'access.unknown': {
    message: 'nobody is signed in, or the session or token is not valid (any more)',
    remedy: 'Sign in, or make a new token.',
  },
  'access.denied': { message: '{actor} may not do this ({permission})', remedy: '{sentence}' },
  'rate.limited': { message: 'too many requests: {limit} in {window}', remedy: 'Wait {seconds} seconds.' },
  'people.not-found': { message: 'there is no person {id}', remedy: 'See the list of people for their ids.' },
  'people.email-taken': {
    message: '{email} belongs to somebody else already',
    remedy: 'Look for that person in the list of people; a disabled one can be enabled again.',
  },
  'people.last-owner': {
    message: '{name} is the last owner who can sign in',
    remedy: 'Make somebody else an owner first.',
  },
  'token.beyond-role': { message: 'a token cannot be given {asked}', remedy: '{advice}' },
  'sign-in.link': {
    message: 'this link does not work (any more)',
    remedy: 'Ask for a new one: a link works once, and only for a while.',
  },
  'sign-in.refused': { message: '{reason}', remedy: '{advice}' },
  'sign-in.passkey': {
    message: 'the passkey was not accepted: {reason}',
    remedy: 'Try again, or sign in in another way.',
  },
  'sign-in.throttled': {
    message: 'too many attempts to sign in',
    remedy: 'Wait {seconds} seconds. On the machine itself, `hindcast break-glass EMAIL` always works.',
  },
  'sign-in.unavailable': {
    message: '{what} cannot be used: {reason}',
    remedy:
      'Sign in in another way, or try again later. On the machine itself, `hindcast break-glass EMAIL` always works.',
  },
} as const satisfies Record<string, ErrorText>;
