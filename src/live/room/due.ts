/** So long, in ms, after a key a text is written to the record: after a pause, at latest, and when another process should have. */
export type DueTimes = { pause: number; latest: number; forOthers: number };

/** When the texts of a room are written to the record. */
export type Due = {
  /** Somebody wrote here. */
  written: () => void;
  /** Somebody wrote in another process, which writes it to the record. */
  writtenElsewhere: () => void;
  /** Something waits already: as soon as possible. */
  now: () => void;
  /** It is being written: what comes from now on is for the next time. */
  forget: () => void;
};

/** Calls `write` when it is time. */
export function openDue({ pause, latest, forOthers }: DueTimes, write: () => void): Due {
  const timers = new Map<keyof DueTimes | 'now', NodeJS.Timeout>();
  const within = (name: keyof DueTimes | 'now', ms: number): void => {
    if (!timers.has(name)) timers.set(name, setTimeout(write, ms));
  };
  return {
    written: () => {
      timers.get('pause')?.refresh();
      within('pause', pause);
      within('latest', latest);
    },
    writtenElsewhere: () => within('forOthers', forOthers),
    now: () => within('now', 0),
    forget: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
