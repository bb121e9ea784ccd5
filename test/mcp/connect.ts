import { Client, type ClientOptions, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import path from 'node:path';
import { root } from '../run-cli.ts';
import type { Caller } from '../server/server.ts';

/** The protocol of 2025, with a handshake, or that of 2026, in which each request stands alone. */
export type Era = '2025' | '2026';

/** A way to a server for one caller. */
export type Connect = (caller: Caller, era: Era, tools?: string) => Promise<Client>;

const optionsOf = (era: Era): ClientOptions => (era === '2026' ? { versionNegotiation: { mode: 'auto' } } : {});

const newClient = (era: Era): Client => new Client({ name: 'test', version: '1' }, optionsOf(era));

/** The token of a caller. */
export const tokenOf = ({ credentials }: Caller): string => (credentials['authorization'] ?? '').replace('Bearer ', '');

/** Connects over HTTP as the official library does. */
export const overHttp =
  (origin: string): Connect =>
  async (caller, era, tools = 'core') => {
    const client = newClient(era);
    const requestInit = { headers: { authorization: `Bearer ${tokenOf(caller)}` } };
    await client.connect(new StreamableHTTPClientTransport(new URL(`${origin}/mcp?tools=${tools}`), { requestInit }));
    return client;
  };

/** Starts `hindcast mcp` as a client would, and connects to it. */
export const overStdio =
  (origin: string): Connect =>
  async (caller, era, tools = 'core') => {
    const client = newClient(era);
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      HINDCAST_URL: origin,
      HINDCAST_TOKEN: tokenOf(caller),
    };
    const command = path.join(root, 'bin/hindcast');
    await client.connect(
      new StdioClientTransport({ command, args: ['mcp', '--tools', tools], env, stderr: 'inherit' }),
    );
    return client;
  };
