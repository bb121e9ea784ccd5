import { openDatabase, type Where } from '../database.ts';
import { startSequencer } from './sequencer.ts';

/** A process that numbers the ledger and does nothing else; says on standard output when it leads. */
const where = JSON.parse(process.argv[2] ?? '{}') as Where;
const log = { info: () => process.stdout.write('leads\n'), warn: () => {} };
startSequencer(openDatabase(where), { everyMs: 10, log });
