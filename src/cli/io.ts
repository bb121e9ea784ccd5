import { Buffer } from 'node:buffer';
import { type Style, styleFor } from './text/style.ts';

/** What a command sees of the world; a test passes its own. */
export type Io = {
  /** Writes to standard output. Resolves when the text is handed on. */
  out: (text: string | Uint8Array) => void;
  /** Writes to standard error. */
  err: (text: string) => void;
  /** All of standard input. */
  readStdin: () => Promise<Uint8Array>;
  style: Style;
  errStyle: Style;
  /** Width for human output. */
  columns: number;
  /** Progress may be drawn on standard error. */
  progress: boolean;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** RFC 3339 instant. */
  now: () => string;
};

const colourFlag = (args: string[]) =>
  args.includes('--no-color') || args.includes('--no-colour') ? false : undefined;

/** NO_COLOR and FORCE_COLOR as their conventions say (no-color.org, force-color.org), then whether it is a terminal. */
function wantsColour(args: string[], isTty: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (colourFlag(args) === false || (NO_COLOR !== undefined && NO_COLOR !== '')) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return isTty && TERM !== 'dumb';
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** The process's own streams. A reader that goes away early (`| head`) ends the program quietly. */
export function processIo(args: string[]): Io {
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      // eslint-disable-next-line unicorn/no-process-exit -- nobody reads on, and more writes would fail again
      process.exit();
    });
  }
  const isTty = process.stdout.isTTY === true;
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    readStdin,
    style: styleFor(wantsColour(args, isTty)),
    errStyle: styleFor(wantsColour(args, process.stderr.isTTY === true)),
    columns: isTty ? Math.max(60, process.stdout.columns) : 200,
    progress: process.stderr.isTTY === true && process.env['CI'] === undefined,
    signal: interrupt.signal,
    now: () => new Date().toISOString(),
  };
}
