import type { ReadyCheck, Readiness } from '../../http/health.ts';
import { freeBytes, judgeSpace } from '../../store/postgres/index.ts';
import { isLedgerLate, isStandby, lateSeconds } from '../../store/condition.ts';
import type { Database } from '../../store/database.ts';
import type { OpenStore } from './open-store.ts';

type Ask = () => Promise<Omit<ReadyCheck, 'name'>>;

/** Milliseconds after which something that does not answer counts as not well. */
const patienceMs = 2000;

async function asked(name: string, ask: Ask): Promise<ReadyCheck> {
  const late = new Promise<ReadyCheck>((resolve) => {
    setTimeout(() => resolve({ name, ok: false, detail: `no answer in ${patienceMs} ms` }), patienceMs).unref();
  });
  const answer = ask()
    .then((told) => ({ name, ...told }))
    // What the error says may name hosts; that is for the log and for doctor.
    .catch(() => ({ name, ok: false, detail: 'cannot be reached' }));
  return Promise.race([answer, late]);
}

const database =
  ({ database: opened, embedded }: OpenStore): Ask =>
  async () => {
    const status = embedded?.status() ?? 'running';
    if (status !== 'running') return { ok: false, detail: status };
    return (await isStandby(opened)) ? { ok: false, detail: 'read-only standby' } : { ok: true, detail: 'primary' };
  };

const words = { enough: 'enough', 'no-uploads': 'too little for uploads', 'read-only': 'too little for changes' };

const space =
  (folder: string): Ask =>
  async () => {
    const state = judgeSpace(await freeBytes(folder));
    return { ok: state !== 'read-only', detail: words[state] };
  };

/** Whether entries get their numbers, by this process or another. */
export const ledgerCheck =
  (opened: Database): Ask =>
  async () => {
    const late = await isLedgerLate(opened);
    return { ok: !late, detail: late ? `entries wait for more than ${lateSeconds} s` : 'numbered' };
  };

/** Asks the database and the disk, and `more`, all at once. */
export function readinessOf(store: OpenStore, dataFolder: string, more: Record<string, Ask>): Readiness {
  const all = { database: database(store), space: space(dataFolder), ...more };
  return () => Promise.all(Object.entries(all).map(([name, ask]) => asked(name, ask)));
}
