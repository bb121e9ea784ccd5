import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { HindcastError } from '../../operations/errors.ts';
import { showSelf } from '../../operations/people/self.ts';
import { callServer } from '../client/call-server.ts';
import { connectionFile, serverUrl } from '../client/connection.ts';
import { exitCodes, type Run } from '../command.ts';
import type { Io } from '../io.ts';
import { safe } from '../text/safe.ts';

/** The token, asked for on a terminal, else the first line of standard input. It is never an argument: those are seen by all. */
async function askToken(url: string, io: Io): Promise<string> {
  if (process.stdin.isTTY !== true)
    return (
      new TextDecoder()
        .decode(await io.readStdin())
        .split('\n')[0]
        ?.trim() ?? ''
    );
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`A token of ${url} (make one at ${url}/account): `);
  terminal.close();
  return answer.trim();
}

/** Saves a server and a token for later commands, once the server has taken it. */
export const run: Run = async (args, io) => {
  const [address = ''] = args.files;
  const url = serverUrl(address, 'URL');
  const token = await askToken(url, io);
  if (token === '')
    throw new HindcastError('usage', { reason: 'login needs a token on standard input', command: 'login' });
  const { json } = await callServer({ url, token }, showSelf, {});
  const file = connectionFile(process.env);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${process.pid}.tmp`;
  await writeFile(beside, `${JSON.stringify({ url, token })}\n`, { mode: 0o600 });
  await rename(beside, file);
  const { name = '', role = '' } = json as { name?: string; role?: string };
  if (args.flag('json')) io.out(`${JSON.stringify({ url, name, file })}\n`);
  else
    io.out(
      `Signed in to ${url} with the token ${safe(name)}, which may do what a role of ${safe(role)} may. It is kept in ${file}.\n`,
    );
  return exitCodes.clean;
};
