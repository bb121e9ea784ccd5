import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, type TestContext } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { hindcast, ownFolder } from '../run-cli.ts';
import { testServer } from '../server/server.ts';

type Step = Record<string, string> & { at: { at: string } };
type Shown = { record: { steps?: Step[]; appendices?: Record<string, string>[] } };

const portOf = (listener: Server): number => (listener.address() as AddressInfo).port;

/** A whole server on a port, for recorders of one test file: with an agent's token, and what its incidents hold. */
export async function recordingServer() {
  const server = await testServer();
  const agent = await server.token('editor');
  const listen = (port = 0): Promise<Server> => {
    const listener = createServer(getRequestListener(server.app.fetch));
    return new Promise((resolve) => void listener.listen(port, '127.0.0.1', () => resolve(listener)));
  };
  const listener = await listen();
  after(() => listener.close());
  const shown = async (incident: string) =>
    (await agent.call('GET', `/incidents/${incident}`)).json as unknown as Shown;
  return {
    agent,
    listen,
    portOf,
    shown,
    stepsOf: async (incident: string): Promise<Step[]> => (await shown(incident)).record.steps ?? [],
    newIncident: async (): Promise<string> => {
      const created = await agent.call('POST', '/incidents', { title: 'Checkout down', template: 'agent-ops' });
      return `INC-${created.json['number']}`;
    },
    /** What a recorder of one test needs in its environment. */
    around: (context: TestContext, port = portOf(listener)) => ({
      HINDCAST_URL: `http://127.0.0.1:${port}`,
      HINDCAST_TOKEN: (agent.credentials['authorization'] ?? '').replace('Bearer ', ''),
      HINDCAST_SPOOL: ownFolder(context),
    }),
    /** Sends what a busy machine did not in the second that the end of a session waits for its server. */
    allSent: async (env: NodeJS.ProcessEnv): Promise<void> => {
      const flushed = await hindcast(['record', '--flush'], { env });
      assert.equal(flushed.code, 0, flushed.out + flushed.err);
    },
  };
}
