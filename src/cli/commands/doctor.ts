import { HindcastError, reasonOf } from '../../operations/errors.ts';
import type { Database } from '../../store/database.ts';
import { exitCodes, type Run } from '../command.ts';
import { type Check, type Finding, type Patient, wrong } from '../doctor/check.ts';
import { databaseChecks } from '../doctor/database.ts';
import { machineChecks } from '../doctor/machine.ts';
import { surroundingsChecks } from '../doctor/surroundings.ts';
import { settingsOf } from '../server/settings.ts';
import { openBeside } from '../server/with-store.ts';
import { startFailure } from '../server/start-failure.ts';
import type { Look } from '../text/style.ts';
import { safe } from '../text/safe.ts';

const checks: Check[] = [...machineChecks, ...databaseChecks, ...surroundingsChecks];

const looks: Record<Finding['state'], Look> = { ok: 'good', warning: 'warning', wrong: 'error' };

const unseen = wrong('not looked at: the database cannot be opened', 'Mend the database first, then look again.');

type Opened = { database: Database; close: () => Promise<void> };

async function look({ look: ask }: Check, patient: Patient): Promise<Finding> {
  try {
    return await ask(patient);
  } catch (error) {
    const said = startFailure(error);
    return said instanceof HindcastError
      ? wrong(said.message, said.remedy)
      : wrong(reasonOf(error), 'See the log of the server and of the database.');
  }
}

/** Looks at everything, whatever was wrong before it. Exit 1 when something is wrong. */
export const run: Run = async (args, io) => {
  const settings = settingsOf(process.env);
  let opened: Promise<Opened> | undefined;
  const patient: Patient = {
    settings,
    env: process.env,
    now: () => Date.parse(io.now()),
    database: async () => (await (opened ??= openBeside(settings))).database,
  };
  const found: (Finding & { name: string })[] = [];
  for (const check of checks) {
    // A database that cannot be opened is said once: the rest would wait as long, for the same words.
    const isShut =
      (databaseChecks.includes(check) || check.name === 'originals') &&
      found.some(({ name, state }) => name === 'database' && state === 'wrong');
    const finding = { name: check.name, ...(isShut ? unseen : await look(check, patient)) };
    found.push(finding);
    if (args.flag('json')) continue;
    io.out(
      `${io.style(looks[finding.state], finding.state.padEnd(8))}${finding.name.padEnd(13)}${safe(finding.detail)}\n`,
    );
    if (finding.remedy !== undefined)
      io.out(`${' '.repeat(8)}${io.style('strong', 'help:')} ${safe(finding.remedy)}\n`);
  }
  await opened?.then(({ close }) => close()).catch(() => undefined);
  const well = found.every(({ state }) => state !== 'wrong');
  if (args.flag('json')) io.out(`${JSON.stringify({ ok: well, checks: found }, null, 2)}\n`);
  return well ? exitCodes.clean : exitCodes.findings;
};
