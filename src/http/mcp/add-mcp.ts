import type { Context, Hono } from 'hono';
import type { Take } from '../request-limit.ts';
import type { Surroundings } from '../surroundings.ts';
import { addResourceMetadata, mcpPath } from './resource-metadata.ts';

/** Adds MCP. Its library takes 30 MB, so it comes with the first agent. */
export function addMcp(app: Hono, around: Surroundings, take: Take): void {
  addResourceMetadata(app, around.origin);
  let answer: Promise<(context: Context) => Promise<Response>> | undefined;
  app.all(mcpPath, async (context) => {
    answer ??= import('./answer-mcp.ts').then(({ answerMcp }) => answerMcp(around, take));
    return (await answer)(context);
  });
}
