import { createInterface } from 'node:readline';
import { acceptedContent, inputRequired, McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';

/** Calls that wait to be released: progress is seen before the result comes, however slow the machine is. */
const waiting = new Map<string, () => void>();

/** An MCP server that does everything the protocol has, for tests of what stands in between. */
export function opsServer(): McpServer {
  const server = new McpServer({ name: 'ops', version: '1.2.0' });
  const said = (text: string) => ({ content: [{ type: 'text' as const, text }] });
  const replicas = z.object({ deployment: z.string(), replicas: z.number() });
  server.registerTool(
    'scale',
    { title: 'Scale a deployment', inputSchema: replicas, outputSchema: replicas },
    async (given) => ({ ...said(`scaled ${given.deployment} to ${given.replicas}`), structuredContent: given }),
  );
  server.registerTool('fail', { description: 'never works' }, async () => ({ ...said('no such pod'), isError: true }));
  const Sure = z.object({ sure: z.boolean() });
  server.registerTool('drop', { inputSchema: z.object({ table: z.string() }) }, async ({ table }, context) => {
    const answers = context.mcpReq.inputResponses;
    if (acceptedContent(answers, 'sure', Sure)?.sure === true) return said(`dropped ${table}`);
    if (answers !== undefined) return said(`kept ${table}`);
    return inputRequired({
      inputRequests: { sure: inputRequired.elicit({ message: `Drop ${table}?`, requestedSchema: Sure }) },
    });
  });
  server.registerTool('wait', { inputSchema: z.object({ until: z.string() }) }, async ({ until }, context) => {
    const { _meta, signal, notify } = context.mcpReq;
    const released = Promise.withResolvers<void>();
    signal.addEventListener('abort', () => released.reject(new Error('cancelled')));
    waiting.set(until, released.resolve);
    const progressToken = _meta?.progressToken;
    if (progressToken !== undefined)
      await notify({ method: 'notifications/progress', params: { progressToken, progress: 1, total: 2 } });
    await released.promise;
    return said('waited');
  });
  server.registerTool('release', { inputSchema: z.object({ until: z.string() }) }, async ({ until }) => {
    waiting.get(until)?.();
    return said('released');
  });
  server.registerTool('echo', { inputSchema: z.looseObject({}) }, async (given) => said(JSON.stringify(given)));
  server.registerTool('die', {}, () => process.exit(7));
  server.registerResource('runbook', 'ops://runbook', { mimeType: 'text/plain' }, async (uri) => ({
    contents: [{ uri: uri.href, text: 'turn it off and on' }],
  }));
  server.registerPrompt('help', {}, () => ({
    messages: [{ role: 'user' as const, content: { type: 'text' as const, text: 'what broke?' } }],
  }));
  return server;
}

if (process.argv[1] === import.meta.filename) {
  process.stderr.write('ops server is up\n');
  serveStdio(opsServer);
  createInterface({ input: process.stdin }).on('close', () => process.stderr.write('standard input has ended\n'));
}
