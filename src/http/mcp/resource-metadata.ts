import type { Hono } from 'hono';
import { permissions } from '../../operations/access/permissions.ts';

/** Where MCP is, below the origin. */
export const mcpPath = '/mcp';

const wellKnown = '/.well-known/oauth-protected-resource';

/** The address of what RFC 9728 calls the metadata of a protected resource: its path stands behind the well-known one. */
export const metadataUrl = (origin: string): string => `${origin}${wellKnown}${mcpPath}`;

/** Says how the MCP address is entered: by a token of one's own, in the header. There is no authorization server to send anybody to. */
export function addResourceMetadata(app: Hono, origin: string): void {
  const metadata = {
    resource: `${origin}${mcpPath}`,
    resource_name: 'Hindcast',
    resource_documentation: `${origin}/settings/tokens`,
    bearer_methods_supported: ['header'],
    scopes_supported: Object.keys(permissions),
  };
  for (const path of [wellKnown, `${wellKnown}${mcpPath}`])
    app.get(path, (context) => {
      context.header('Access-Control-Allow-Origin', '*');
      context.header('Cache-Control', 'max-age=3600');
      return context.json(metadata);
    });
}
