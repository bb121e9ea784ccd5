import type { Database } from '../../store/database.ts';
import { listen } from '../../store/ledger/listen.ts';
import { notify } from '../../store/ledger/notify.ts';
import type { Presence } from '../protocol.ts';

/** What the processes on one database tell each other of their rooms. Nothing that is lost here is lost: everybody looks now and then. */
export type Relay = {
  /** Something was kept in this room. */
  kept: (incidentId: string) => void;
  presence: (incidentId: string, people: Presence[]) => void;
  stop: () => Promise<void>;
};

type Heard = {
  /** Look what was kept in this room; without one, in all of them. */
  kept: (incidentId?: string) => void;
  presence: (incidentId: string, people: Presence[]) => void;
};

type Notice = { from: string; kept?: string; in?: string; people?: Presence[] };

const channel = 'hindcast_rooms';
/** Postgres takes notices below 8000 bytes. */
const mostBytes = 7900;

/** Notices go in statements of their own, after the commit, and together with those that came up meanwhile. */
export function openRelay(
  database: Database,
  self: string,
  heard: Heard,
  log: { warn: (details: object, message: string) => void },
): Relay {
  let waiting = new Map<string, string>();
  let sending: Promise<void> | undefined;
  let stopped = false;

  const send = async (): Promise<void> => {
    while (waiting.size > 0) {
      const notices = [...waiting.values()];
      waiting = new Map();
      await notify(database, channel, notices).catch((error: unknown) =>
        log.warn({ err: error }, 'other processes were not told of what was written'),
      );
    }
  };
  const add = (key: string, notice: Omit<Notice, 'from'>): void => {
    const text = JSON.stringify({ from: self, ...notice });
    if (stopped || Buffer.byteLength(text) > mostBytes) return;
    waiting.set(key, text);
    sending ??= send().finally(() => {
      sending = undefined;
    });
  };
  const listening = listen({
    database,
    channel,
    lost: (error) => log.warn({ err: error }, 'rooms lost their listening connection'),
    woken: (text) => {
      if (text === undefined) return heard.kept();
      const { from, kept, in: room, people } = JSON.parse(text) as Notice;
      if (from === self) return;
      if (kept !== undefined) heard.kept(kept);
      if (room !== undefined && people !== undefined) heard.presence(room, people);
    },
  });
  return {
    kept: (incidentId) => add(incidentId, { kept: incidentId }),
    presence: (incidentId, people) => {
      for (const person of people) add(`${incidentId} ${person.id}`, { in: incidentId, people: [person] });
    },
    stop: async () => {
      stopped = true;
      await sending;
      await listening.stop();
    },
  };
}
