import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { callStored } from '../../operations/call-stored.ts';
import { createIncident } from '../../operations/incident/create.ts';
import { packageFolder } from '../package-folder.ts';
import type { LocalContext } from './local-context.ts';

const file = path.join(packageFolder, 'examples/checkout-outage/postmortem.md');

/** The operation key of the example: it is made once, whoever starts first, and never again after it was archived. */
const key = 'example:checkout-outage';

/** Puts the shipped example into a database that never had it. */
export async function makeExample(context: LocalContext): Promise<void> {
  const { rows } = await context().database.query<{ known: boolean }>({
    text: `select exists (select from entry where actor = 'system' and key = $1) as known`,
    values: [key],
  });
  if (rows[0]?.known === true) return;
  await callStored(createIncident, { markdown: await readFile(file, 'utf8') }, { ...context(), key });
}
