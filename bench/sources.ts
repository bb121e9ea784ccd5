import type { Row } from './row.ts';
import { slackImport } from './slack-import.ts';
import { stormOverHttp } from './storm.ts';

/** Claims about what comes from other systems. */
export async function sources(): Promise<Row[]> {
  return [...(await slackImport()), ...(await stormOverHttp())];
}
