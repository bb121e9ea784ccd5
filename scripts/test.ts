import { postgresForTests } from '../test/server/postgres.ts';
import { installTools } from './install-tools.ts';
import { runSteps } from './run-steps.ts';
import { verifySteps, wholeSteps } from './steps.ts';

/** A run that is broken off says nothing: what has not begun by then is skipped, and named. The sweeps take some minutes more. */
const minutes = Number(process.env['TEST_MINUTES'] ?? 64);
const until = Date.now() + minutes * 60_000;
installTools();
const failures: string[] = [];
const quick = await runSteps(verifySteps(), 2, Infinity, failures);
// Who has named a server has it used; otherwise one is started for all test files: decision 0039.
const named = process.env['HINDCAST_TEST_SOCKET'];
const postgres = named === undefined ? await postgresForTests(200) : undefined;
process.env['HINDCAST_TEST_SOCKET'] = postgres?.socketFolder ?? named;
// One after another: browsers that share two cores with the server's tests wait longer than their tests do.
const whole = await runSteps(wholeSteps(), 1, until, failures).finally(() => postgres?.stop());
const sum = (key: keyof typeof quick) => quick[key] + whole[key];
// Once more at the end, where one looks first.
if (failures.length > 0) console.log(failures.join('\n'));
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
