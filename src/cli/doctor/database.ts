import { knownMigrations, pendingMigrations } from '../../store/migrate.ts';
import { StoreError } from '../../store/store-error.ts';
import { type Check, ok, type Patient, warning, wrong } from './check.ts';

const leastVersion = 15;
/** More than that between two clocks, and times of entries are not those of the evidence. */
const mostSkewMs = 2000;

async function ask<Row>(patient: Patient, text: string): Promise<Row> {
  const { rows } = await (await patient.database()).query<Row>({ text, values: [] });
  return rows[0] as Row;
}

const reach: Check = {
  name: 'database',
  look: async (patient) => {
    const { version } = await ask<{ version: string }>(patient, `select current_setting('server_version') as version`);
    const where = patient.settings.databaseUrl === undefined ? 'embedded' : 'DATABASE_URL';
    if (Number.parseInt(version, 10) >= leastVersion) return ok(`PostgreSQL ${version}, ${where}`);
    return wrong(`PostgreSQL ${version} is too old`, `Use PostgreSQL ${leastVersion} or newer.`);
  },
};

const primary: Check = {
  name: 'primary',
  look: async (patient) => {
    const { standby } = await ask<{ standby: boolean }>(patient, 'select pg_is_in_recovery() as standby');
    if (!standby) return ok('takes changes');
    return wrong('a standby, which only reads', 'Name all hosts in DATABASE_URL, separated by commas, or the primary.');
  },
};

const durable: Check = {
  name: 'durability',
  look: async (patient) => {
    const { sync, fsync } = await ask<{ sync: string; fsync: string }>(
      patient,
      `select current_setting('synchronous_commit') as sync, current_setting('fsync') as fsync`,
    );
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
    const { made } = await ask<{ made: boolean }>(
      patient,
      `select to_regclass('public.migration') is not null as made`,
    );
    if (!made) return warning('not made yet', 'hindcast start makes it, and so does hindcast migrate.');
    const { rows } = await (
      await patient.database()
    ).query<{ number: number; name: string; sha256: string }>({
      text: 'select number, name, sha256 from migration order by number',
      values: [],
    });
    try {
      const pending = pendingMigrations(await knownMigrations(), rows);
      if (pending.length === 0) return ok(rows.at(-1)?.name ?? '');
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
    const { at } = await ask<{ at: string }>(patient, 'select extract(epoch from clock_timestamp()) * 1000 as at');
    const skew = Math.round(Math.abs(Number(at) - (before + patient.now()) / 2));
    if (skew <= mostSkewMs) return ok(`${skew} ms from the database's`);
    return wrong(`${skew} ms from the database's`, 'Set both clocks by NTP: entries carry the time of this machine.');
  },
};

const keys: Check = {
  name: 'signing key',
  look: async (patient) => {
    const { made } = await ask<{ made: boolean }>(
      patient,
      `select to_regclass('public.signing_key') is not null as made`,
    );
    const { count } = made
      ? await ask<{ count: string }>(patient, 'select count(*) from signing_key where retired_at is null')
      : { count: '0' };
    if (count === '1') return ok('one in use');
    if (count === '0') return warning('none yet', 'The first start makes one.');
    return wrong(`${count} in use at once`, 'Retire all but the newest: hindcast ledger rotate-key.');
  },
};

const ledger: Check = {
  name: 'ledger',
  look: async (patient) => {
    const { made } = await ask<{ made: boolean }>(patient, `select to_regclass('public.entry') is not null as made`);
    if (!made) return ok('no entries yet');
    const { waiting, numbered } = await ask<{ waiting: string; numbered: string }>(
      patient,
      `select count(*) filter (where seq is null and at < now() - interval '10 seconds') as waiting, count(seq) as numbered from entry`,
    );
    if (waiting === '0') return ok(`${numbered} entries`);
    return warning(
      `${waiting} entries wait for their number`,
      'They get it as soon as a server runs; if one does, read its log.',
    );
  },
};

/** What is asked of the database; the first of them says why there is no answer. */
export const databaseChecks: Check[] = [reach, primary, durable, schema, clock, keys, ledger];
