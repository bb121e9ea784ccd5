import { randomBytes, randomUUID } from 'node:crypto';
import { systemActor } from '../../operations/access/actor.ts';
import { defaultConfig } from '../../operations/config.ts';
import type { StoredContext } from '../../operations/stored-operation.ts';
import { openDatabase, type Where } from '../../store/database.ts';
import { startNotifying } from './start-notifying.ts';

/** A process that sends notices until it is killed; its clock goes faster than ours. */
export type Told = { where: Where; smtp: string; beganMs: number; speed: number };

const { where, smtp, beganMs, speed } = JSON.parse(process.argv[2] ?? '{}') as Told;
const database = openDatabase(where, 8);
const context = async (): Promise<StoredContext> => ({
  now: new Date(beganMs + (Date.now() - beganMs) * speed).toISOString(),
  config: defaultConfig,
  templates: [],
  actor: systemActor,
  database,
  evidence: undefined as never,
  newId: () => randomUUID(),
  random: (bytes) => randomBytes(bytes),
  origin: 'https://hindcast.example',
  mail: { smtp, from: 'hindcast@example.org' },
});
startNotifying({ leading: () => true, context, log: { warn: () => undefined }, everyMs: 20 });
