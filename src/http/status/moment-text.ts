const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** `21 Nov 2026, 14:05 UTC`: whoever reads it may be anywhere. */
export const momentText = (at: string): string => `${format.format(new Date(at))} UTC`;
