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

/** The same server behind two pipes that do nothing but pass on: what two more processes to wake cost on this machine, in any language. */
const piped = ['sh', '-c', `cat | ${opsCommand.map((word) => `'${word}'`).join(' ')} | cat`];

/** Median times of one call without and with the recorder, and through bare pipes, in turn, against the same server. */
async function measure(era: Era, spool: string): Promise<Row[]> {
  const env = { HINDCAST_SPOOL: spool, XDG_CONFIG_HOME: spool };
  const direct = await startSession(opsCommand, { era });
  const tapped = await startSession(recorded('INC-1'), { era, env });
  const bare = await startSession(piped, { era });
  const times = async ({ client }: typeof direct, calls: number): Promise<number[]> => {
    const taken: number[] = [];
    for (let call = 0; call < calls; call += 1) {
      const start = performance.now();
      await client.callTool({ name: 'scale', arguments: { deployment: 'checkout', replicas: call } });
      taken.push(performance.now() - start);
    }
    return taken;
  };
  for (const session of [direct, tapped, bare]) await times(session, warmUpCalls);
  const [ours, peers, pipes]: [number[], number[], number[]] = [[], [], []];
  for (let slice = 0; slice < slices; slice += 1) {
    peers.push(...(await times(direct, sliceCalls)));
    ours.push(...(await times(tapped, sliceCalls)));
    pipes.push(...(await times(bare, sliceCalls)));
  }
  await direct.client.close();
  await tapped.client.close();
  await bare.client.close();
  const [tap, plain, pipe] = [ours, peers, pipes].map((all) => percentile(all, 0.5)) as [number, number, number];
  const ofTap: Row = {
    name: `tool call under the recorder, era ${era}`,
    figure: `p50 ${tap.toFixed(3)} ms`,
    peer: `direct p50 ${plain.toFixed(3)} ms`,
    ratio: tap - plain,
    target: `<= ${most} ms more`,
    met: tap - plain <= most,
  };
  const name = `the same through bare pipes, era ${era}`;
  const figure = `p50 ${pipe.toFixed(3)} ms`;
  return [ofTap, { ...ofTap, name, figure, ratio: pipe - plain, target: 'stated', met: true }];
}

/** What the recorder costs a tool call over standard input and output. */
export async function recorder(): Promise<Row[]> {
  const spool = await mkdtemp(path.join(tmpdir(), 'hindcast-bench-'));
  const rows: Row[] = [];
  for (const era of Object.keys(eras) as Era[]) rows.push(...(await measure(era, spool)));
  await rm(spool, { recursive: true, force: true });
  return rows;
}
