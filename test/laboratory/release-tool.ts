import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';

/** The shop's own MCP server: a tool that takes back the release that broke it. SHOP_URL says where the shop is. */
function releaseServer(): McpServer {
  const server = new McpServer({ name: 'shop-release', version: '2.0.0' });
  const inputSchema = z.object({ release: z.string() });
  server.registerTool('rollback', { title: 'Roll a release back', inputSchema }, async ({ release }) => {
    const answer = await fetch(`${process.env['SHOP_URL']}/rollback`, { method: 'POST' });
    return { content: [{ type: 'text' as const, text: `${release} rolled back: ${await answer.text()}` }] };
  });
  return server;
}

serveStdio(releaseServer);
