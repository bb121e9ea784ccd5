/** How something that goes out may stand: what asks for somebody first. */
export const outgoingStates = ['failed', 'uncertain', 'waiting', 'sending', 'sent', 'dropped'] as const;

/** What kind of trouble a state is: in the way for good, not known, or passing. */
export const troubleOf = {
  waiting: 'passing',
  sending: 'passing',
  sent: 'passing',
  failed: 'failed',
  uncertain: 'unsure',
  dropped: 'passing',
} as const;

/** The colour of how it stands; the word beside it says it. */
export const stateTones = {
  waiting: 'plain',
  sending: 'plain',
  sent: 'good',
  failed: 'error',
  uncertain: 'warning',
  dropped: 'plain',
} as const;
