import {
  activeKeys,
  appliedMigrations,
  isStandby,
  ledgerCounts,
  serverClockMs,
  serverSettings,
} from '../../store/condition.ts';
import { knownMigrations, pendingMigrations } from '../../store/migrate.ts';
import { StoreError } from '../../store/store-error.ts';
import { type Check, ok, warning, wrong } from './check.ts';

const leastVersion = 15;
/** More than that between two clocks, and times of entries are not those of the evidence. */
const mostSkewMs = 2000;

const reach: Check = {
  name: 'database',
  look: async (patient) => {
    const { version } = await serverSettings(await patient.database());
    const where = patient.settings.databaseUrl === undefined ? 'embedded' : 'DATABASE_URL';
    if (Number.parseInt(version, 10) >= leastVersion) return ok(`PostgreSQL ${version}, ${where}`);
    return wrong(`PostgreSQL ${version} is too old`, `Use PostgreSQL ${leastVersion} or newer.`);
  },
};

const primary: Check = {
  name: 'primary',
  look: async (patient) => {
    if (!(await isStandby(await patient.database()))) return ok('takes changes');
    return wrong('a standby, which only reads', 'Name all hosts in DATABASE_URL, separated by commas, or the primary.');
  },
};

const durable: Check = {
  name: 'durability',
  look: async (patient) => {
    const { sync, fsync } = await serverSettings(await patient.database());
    if (fsync === 'on' && sync !== 'off') return ok(`fsync ${fsync}, synchronous_commit ${sync}`);
    return wrong(
      `fsync ${fsync}, synchronous_commit ${sync}`,
      'Switch both on: else a power cut loses what was acknowledged.',
    );
  },
};

const schema: Check = {
  name: 'schema',
  look: async (patient) => {
    const applied = await appliedMigrations(await patient.database());
    if (applied === undefined) return warning('not made yet', 'hindcast start makes it, and so does hindcast migrate.');
    try {
      const pending = pendingMigrations(await knownMigrations(), applied);
      if (pending.length === 0) return ok(applied.at(-1)?.name ?? '');
      return warning(`${pending.length} migrations wait`, 'Run hindcast migrate, or start the server.');
    } catch (error) {
      if (error instanceof StoreError) return wrong(error.message, 'Install the Hindcast that matches the database.');
      throw error;
    }
  },
};

const clock: Check = {
  name: 'clock',
  look: async (patient) => {
    const before = patient.now();
    const at = await serverClockMs(await patient.database());
    const skew = Math.round(Math.abs(at - (before + patient.now()) / 2));
    if (skew <= mostSkewMs) return ok(`${skew} ms from the database's`);
    return wrong(`${skew} ms from the database's`, 'Set both clocks by NTP: entries carry the time of this machine.');
  },
};

const keys: Check = {
  name: 'signing key',
  look: async (patient) => {
    const count = await activeKeys(await patient.database());
    if (count === 1) return ok('one in use');
    if (count === 0) return warning('none yet', 'The first start makes one.');
    return wrong(`${count} in use at once`, 'Retire all but the newest: hindcast ledger rotate-key.');
  },
};

const ledger: Check = {
  name: 'ledger',
  look: async (patient) => {
    const counts = await ledgerCounts(await patient.database());
    if (counts === undefined) return ok('no entries yet');
    if (counts.late === '0') return ok(`${counts.numbered} entries`);
    return warning(
      `${counts.late} entries wait for their number`,
      'They get it as soon as a server runs; if one does, read its log.',
    );
  },
};

/** What is asked of the database; the first of them says why there is no answer. */
export const databaseChecks: Check[] = [reach, primary, durable, schema, clock, keys, ledger];
