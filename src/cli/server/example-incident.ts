import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { callStored } from '../../operations/call-stored.ts';
import { createIncident } from '../../operations/incident/create.ts';
import { earlierEntry } from '../../store/earlier-entry.ts';
import { actorKey } from '../../store/entry-row.ts';
import { packageFolder } from '../package-folder.ts';
import type { LocalContext } from './local-context.ts';

const file = path.join(packageFolder, 'examples/checkout-outage/postmortem.md');

/** The operation key of the example: it is made once, whoever starts first, and never again after it was archived. */
const key = 'example:checkout-outage';

/** Puts the shipped example into a database that never had it. */
export async function makeExample(context: LocalContext): Promise<void> {
  if ((await earlierEntry(context().database, actorKey('system', key))) !== undefined) return;
  await callStored(createIncident, { markdown: await readFile(file, 'utf8') }, { ...context(), key });
}
