import { builtinTemplates } from '../../src/templates/index.ts';
import { defaultConfig } from '../../src/operations/config.ts';
import { tick } from '../../src/operations/occasion/tick.ts';
import type { Surroundings } from '../../src/http/surroundings.ts';
import { openDatabase } from '../../src/store/database.ts';
import { jobContext } from './job-context.ts';

/**
 * A process that ticks when it is told the time: on the line comes a moment, and back goes that it is done. It knows of the world what a
 * server knows: the database.
 */
const where = JSON.parse(process.argv[2] ?? '{}') as object;
const database = openDatabase(where, 4);
let now = '';
const templates = builtinTemplates();
const around = {
  database,
  config: defaultConfig,
  templates: async () => templates,
  origin: 'http://localhost',
  now: () => now,
} as Partial<Surroundings> as Surroundings;

process.on('message', (at: string) => {
  now = at;
  tick(jobContext(around)).then(
    () => process.send?.({ done: at }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.send?.({ ready: true });
