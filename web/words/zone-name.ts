/** Whether the browser knows a time zone of this name; the server asks its own list once more. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Names that a browser offers. */
export const zoneNames = (): string[] => Intl.supportedValuesOf('timeZone');

/** The reader's own: `Europe/Berlin`. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
