import pino, { type Logger } from 'pino';
import type { Io } from '../io.ts';
import type { Look } from '../text/style.ts';
import { safe } from '../text/safe.ts';

const looks: Record<number, [Look, string]> = {
  30: ['faint', 'info '],
  40: ['warning', 'warn '],
  50: ['error', 'error'],
};

type Line = { level: number; time: string; msg?: string; err?: { message?: string; stack?: string } };

/** One line for a person: time, level, message, then what belongs to it. */
function forPeople(json: string, io: Pick<Io, 'errStyle'>): string {
  const { level, time, msg = '', err, ...rest } = JSON.parse(json) as Line;
  const [look, name] = looks[level] ?? ['note', 'debug'];
  const more = Object.entries(rest).map(([key, value]) => `${key}=${String(value)}`);
  const failure = err === undefined ? '' : `\n${err.stack ?? err.message ?? ''}`;
  return `${io.errStyle('faint', time.slice(11, 19))} ${io.errStyle(look, name)} ${safe(`${msg} ${more.join(' ')}`.trim())}${failure}\n`;
}

/** The log of a running server, on standard error: for people on a terminal, JSON lines (pino's) everywhere else. */
export function serverLog(io: Pick<Io, 'err' | 'errStyle'>, toTerminal: boolean): Logger {
  const options = {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['headers', 'cookie', 'authorization', 'token', 'password'],
  };
  if (!toTerminal) return pino(options, pino.destination({ dest: 2, sync: true }));
  return pino(options, { write: (json: string) => io.err(forPeople(json, io)) });
}
