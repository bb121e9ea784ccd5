import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { root } from '../run-cli.ts';

/** The eras of the protocol, as a client chooses them. */
export const eras = { '2025': 'legacy', '2026': { pin: '2026-07-28' } } as const;
export type Era = keyof typeof eras;

/** The command of the test's own MCP server. */
export const opsCommand = [
  process.execPath,
  '--disable-warning=ExperimentalWarning',
  path.join(import.meta.dirname, 'ops-server.ts'),
];

/** The same command under the recorder. */
export const recorded = (incident: string, command: readonly string[] = opsCommand): string[] => [
  path.join(root, 'bin/hindcast'),
  'record',
  '--incident',
  incident,
  '--',
  ...command,
];

/** A client of a command, which answers questions as a person would. */
export type Session = {
  client: Client;
  transport: StdioClientTransport;
  /** What the command wrote to standard error. */
  said: () => string;
};

/** Starts a command and speaks to it as an agent does. */
export async function startSession(
  [command = '', ...args]: readonly string[],
  { era, env = {}, answer = 'accept' }: { era: Era; env?: Record<string, string>; answer?: 'accept' | 'decline' },
): Promise<Session> {
  const whole = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', NO_COLOR: '1', ...env };
  const transport = new StdioClientTransport({ command, args, env: whole, stderr: 'pipe' });
  let said = '';
  transport.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const client = new Client(
    { name: 'desk', version: '3.1' },
    { capabilities: { elicitation: {} }, versionNegotiation: { mode: eras[era] } },
  );
  client.setRequestHandler('elicitation/create', async () =>
    answer === 'accept' ? { action: 'accept', content: { sure: true } } : { action: answer },
  );
  await client.connect(transport);
  return { client, transport, said: () => said };
}

/** A call that tells progress, and is released by another one when that was seen; gives what was seen of both. */
export async function progressed(client: Client): Promise<object> {
  const progress: unknown[] = [];
  const until = randomUUID();
  const onprogress = (step: unknown): void => {
    progress.push(step);
    void client.callTool({ name: 'release', arguments: { until } });
  };
  const { content } = await client.callTool({ name: 'wait', arguments: { until } }, { onprogress });
  return { content, progress };
}
