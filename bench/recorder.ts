import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Era, eras, opsCommand, recorded, startSession } from '../test/recorder/session.ts';
import { percentile, type Row } from './row.ts';

/** Calls that are not counted: by then both sides run compiled code. */
const warmUpCalls = 1500;
/** Calls in a row on one side before the other one's turn. */
const sliceCalls = 100;
const slices = 20;

const most = 0.15;

/** Median times of one call without and with the recorder, in turn, against the same server. */
async function measure(era: Era, spool: string): Promise<Row> {
  const env = { HINDCAST_SPOOL: spool, XDG_CONFIG_HOME: spool };
  const direct = await startSession(opsCommand, { era });
  const tapped = await startSession(recorded('INC-1'), { era, env });
  const times = async ({ client }: typeof direct, calls: number): Promise<number[]> => {
    const taken: number[] = [];
    for (let call = 0; call < calls; call += 1) {
      const start = performance.now();
      await client.callTool({ name: 'scale', arguments: { deployment: 'checkout', replicas: call } });
      taken.push(performance.now() - start);
    }
    return taken;
  };
  for (const session of [direct, tapped]) await times(session, warmUpCalls);
  const [ours, peers]: [number[], number[]] = [[], []];
  for (let slice = 0; slice < slices; slice += 1) {
    peers.push(...(await times(direct, sliceCalls)));
    ours.push(...(await times(tapped, sliceCalls)));
  }
  await direct.client.close();
  await tapped.client.close();
  const [tap, plain] = [percentile(ours, 0.5), percentile(peers, 0.5)];
  return {
    name: `tool call under the recorder, era ${era}`,
    figure: `p50 ${tap.toFixed(3)} ms`,
    peer: `direct p50 ${plain.toFixed(3)} ms`,
    ratio: tap - plain,
    target: `<= ${most} ms more`,
    met: tap - plain <= most,
  };
}

/** What the recorder costs a tool call over standard input and output. */
export async function recorder(): Promise<Row[]> {
  const spool = await mkdtemp(path.join(tmpdir(), 'hindcast-bench-'));
  const rows: Row[] = [];
  for (const era of Object.keys(eras) as Era[]) rows.push(await measure(era, spool));
  await rm(spool, { recursive: true, force: true });
  return rows;
}
