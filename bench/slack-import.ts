import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Row } from './row.ts';
import { slackExport } from './slack-export.ts';

const run = promisify(execFile);
const mostSeconds = 60;
/** Memory of the large import over that of one tenth of it: what is held whole would give ten. */
const mostGrowth = 2;

type Import = { seconds: number; megabytes: number; events: number };

/** Imports an export in a process of its own, whose memory is looked at in the end. */
async function measure(folder: string, messages: number): Promise<Import> {
  const file = path.join(folder, `${messages}.zip`);
  await writeFile(file, await slackExport(messages));
  const importer = path.join(import.meta.dirname, 'import-process.ts');
  // A small heap, so that memory is what is needed and not what was not cleaned up yet.
  const { stdout } = await run(process.execPath, [
    '--max-semi-space-size=8',
    '--max-old-space-size=128',
    importer,
    file,
  ]);
  return JSON.parse(stdout) as Import;
}

/** A Slack export of 100,000 messages, from the zip to the events. */
export async function slackImport(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hindcast-bench-'));
  const small = await measure(folder, 10_000);
  const large = await measure(folder, 100_000);
  await rm(folder, { recursive: true, force: true });
  return [
    {
      name: 'Slack export of 100,000 messages',
      figure: `${large.seconds.toFixed(1)} s`,
      peer: `10,000: ${small.seconds.toFixed(1)} s`,
      ratio: large.seconds,
      target: `<= ${mostSeconds} s`,
      met: large.seconds <= mostSeconds && large.events > 0,
    },
    {
      name: 'memory of it',
      figure: `${large.megabytes.toFixed(0)} MB`,
      peer: `10,000: ${small.megabytes.toFixed(0)} MB`,
      ratio: large.megabytes / small.megabytes,
      target: `<= ${mostGrowth} x`,
      met: large.megabytes <= mostGrowth * small.megabytes,
    },
  ];
}
