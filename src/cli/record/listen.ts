import { once } from 'node:events';
import { HindcastError, reasonOf } from '../../operations/errors.ts';
import { type HttpTap, tapHttp } from '../../recorder/tap-http.ts';
import { exitCodes } from '../command.ts';
import type { Io } from '../io.ts';
import type { Recording } from './recording.ts';

const wrong = (reason: string) => new HindcastError('usage', { reason, command: 'record' });

/** `--listen [HOST:]PORT --target URL`. @throws HindcastError `usage` */
export function httpTapOf(listen: string, target: string | undefined): HttpTap {
  const [, host, port] = /^(?:(.+):)?(\d{1,5})$/.exec(listen) ?? [];
  if (port === undefined || Number(port) > 65_535) throw wrong(`--listen is a port such as 4700, not ${listen}`);
  if (target === undefined) throw wrong('--listen needs --target URL: the MCP server that it stands before');
  if (!URL.canParse(target) || !/^https?:$/.test(new URL(target).protocol))
    throw wrong(`--target is an address such as https://mcp.example.com/mcp, not ${target}`);
  return { host: host?.replace(/^\[|\]$/g, '') ?? '127.0.0.1', port: Number(port), target: new URL(target) };
}

/** Stands before a server until it is told to stop. */
export async function listen(tap: HttpTap, recording: Recording, incident: string, io: Io): Promise<number> {
  const { host, target } = tap;
  const running = await tapHttp(tap, recording.copies).catch((error: unknown) => {
    throw new HindcastError('record.no-port', { address: `${host}:${tap.port}`, reason: reasonOf(error) });
  });
  const path = target.pathname === '/' ? '' : target.pathname;
  const own = `http://${host.includes(':') ? `[${host}]` : host}:${running.port}${path}`;
  io.err(
    `hindcast: ${own} stands before ${target.origin}${path}; tool calls are recorded in ${incident}. Ctrl-C ends it.\n`,
  );
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(process, 'SIGHUP')]);
  await running.close();
  io.err(await recording.end('the recorder was stopped'));
  return exitCodes.clean;
}
