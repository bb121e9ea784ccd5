import { once } from 'node:events';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { tellChanges } from '../../mcp/changes.ts';
import { makeServer } from '../../mcp/server.ts';
import { toolsetsOf } from '../../mcp/tools/toolsets.ts';
import { storedOperations } from '../../operations/stored.ts';
import { connectionOf } from '../client/connection.ts';
import { exitCodes, type Run } from '../command.ts';
import { deskOf } from '../mcp/desk.ts';
import { followFeed } from '../mcp/follow-feed.ts';

/** Serves MCP on standard input and output, over a server's REST API, until the client closes its end. */
export const run: Run = async (args, io) => {
  const connection = connectionOf(process.env);
  const sets = toolsetsOf(args.text('tools'), storedOperations);
  const desk = deskOf(connection);
  const gone = new AbortController();
  let server: ReturnType<typeof makeServer> | undefined;
  /** Resources that a client of the 2025 protocol wants to hear of; a later one filters by itself. */
  let followed: Set<string> | undefined;
  const quiet = () => {};
  const told = {
    updated: (uri: string) => {
      if (followed?.has(uri) !== false) server?.sendResourceUpdated({ uri }).catch(quiet);
    },
    listed: () => void server?.sendResourceListChanged().catch(quiet),
  };
  const handle = serveStdio(
    ({ era }) => {
      const named = new Set<string>();
      followed = era === 'legacy' ? named : undefined;
      const follow = { begin: (uri: string) => void named.add(uri), end: (uri: string) => void named.delete(uri) };
      server = makeServer(desk, { sets, tells: true, ...(era === 'legacy' ? { follow } : {}) });
      return server;
    },
    { onerror: (error) => io.err(`hindcast mcp: ${error.message}\n`) },
  );
  void followFeed(connection, (feed) => tellChanges(desk, feed, told, gone.signal), gone.signal);
  await once(process.stdin, 'close');
  gone.abort();
  await handle.close();
  return exitCodes.clean;
};
