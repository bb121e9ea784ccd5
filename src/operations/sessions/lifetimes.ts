/** Days after which a session ends, however it is used. */
export const sessionDays = 30;
/** Days without a request after which a session ends. */
export const idleDays = 7;

/** Minutes that each kind of one-time link works. */
export const linkMinutes = { 'owner-link': 24 * 60, invite: 3 * 24 * 60, 'email-link': 15, 'break-glass': 15 } as const;

/** Minutes that a sign-in or a registration may take from its challenge to its answer. */
export const challengeMinutes = 10;

/** An instant so many minutes after another. */
export const minutesAfter = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();
