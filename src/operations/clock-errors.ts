import type { ErrorText } from './error-text.ts';

/** Errors of clocks. */
export const clockErrors = {
  'clock.not-found': {
    message: 'there is no clock {clock}',
    remedy: 'See `clock.list` for those of the incident, and Settings → Clocks for the rules.',
  },
  'clock.future': {
    message: '{at} is still to come',
    remedy: 'Give the moment at which it happened, with its zone.',
  },
  'clock.late': {
    message: 'this clock ran out at {until}, and it was done at {at}',
    remedy: 'Say in `late` why it was late; authorities ask for it.',
  },
  'clock.nothing': {
    message: 'nothing was said of this clock that could be taken back',
    remedy: 'Load the clocks again: somebody else may have taken it back.',
  },
} as const satisfies Record<string, ErrorText>;
