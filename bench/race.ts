import { median } from './row.ts';

/** Milliseconds each side of a comparison runs, several times in turn. */
const sliceMs = 600;
/** Before that it runs uncounted: a server process that slept is brought to a processor of its own within some 100 ms. */
const leadInMs = 300;
const slices = 11;

/** Work per second of so many clients, each of whom starts again when it is done. */
async function perSecond(clients: number, ms: number, work: (client: number) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  let done = 0;
  const client = async (index: number) => {
    while (performance.now() - start < ms) {
      await work(index);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  return done / ((performance.now() - start) / 1000);
}

/**
 * Work per second of both sides, measured A B A B, each time after a while of the same that is not counted. The ratio is the median of
 * those of neighbours: what disturbs the machine for a second or ten is on both sides of a pair, or spoils one pair.
 */
export async function race(
  clients: number,
  ours: (client: number) => Promise<unknown>,
  raw: () => Promise<unknown>,
): Promise<{ ours: number; raw: number; ratio: number }> {
  const pairs: { ours: number; raw: number }[] = [];
  for (let slice = 0; slice < slices; slice += 1) {
    const rates: number[] = [];
    for (const work of [ours, raw]) {
      await perSecond(clients, leadInMs, work);
      rates.push(await perSecond(clients, sliceMs, work));
    }
    const [own = 0, peer = 0] = rates;
    pairs.push({ ours: own, raw: peer });
  }
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    raw: median(pairs.map((pair) => pair.raw)),
    ratio: median(pairs.map((pair) => pair.ours / pair.raw)),
  };
}
