import type { Call } from './call.ts';
import type { Spool } from './spool.ts';
import { stepOf } from './step-of.ts';

/** So many entries may wait to be masked and written. */
const mostWaiting = 5000;

/** Puts what was recorded into a spool: masked before it is written, in order, each with a key that names it for good. */
export function keepEntries(
  open: () => Promise<Spool>,
  session: string,
  secrets: readonly string[],
  wasKept: () => void,
) {
  let spool: Spool | undefined;
  let problem: unknown;
  let [last, kept, leftOut]: [Promise<void>, number, number] = [Promise.resolve(), 0, 0];
  let waiting = 0;
  const keep = (entry: object): void => {
    if (waiting >= mostWaiting) {
      leftOut += 1;
      problem ??= new Error('they came faster than they could be written');
      return;
    }
    waiting += 1;
    last = last.then(async () => {
      try {
        const key = `${session}-${kept + leftOut + 1}`;
        // Loaded with the first entry: a command that calls nothing ends without it.
        const { maskText } = await import('../masking/index.ts');
        const { text } = await maskText(JSON.stringify({ key, ...entry }));
        // A session in which nothing happens leaves no file.
        spool ??= await open();
        if (!spool.append(text)) throw new Error('the spool is full');
        kept += 1;
        wasKept();
      } catch (error) {
        leftOut += 1;
        problem ??= error;
      } finally {
        waiting -= 1;
      }
    });
  };
  return {
    keepCall: (call: Call): void => keep(stepOf(call, secrets)),
    keep,
    /** Closes the spool when all that was given is written; tells what was left out, and why. */
    close: async (): Promise<{ file: string | undefined; kept: number; leftOut: number; problem: unknown }> => {
      await last;
      spool?.close();
      return { file: spool?.file, kept, leftOut, problem };
    },
  };
}
