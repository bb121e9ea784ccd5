const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** What stands in place of a token that is not known any more. */
const placeholder = 'hct_…';

/** How agents reach the server; the commands and files are the same in every language, and stand in docs/mcp.md too. */
export const agentsWords = {
  title: 'Agents',
  text: 'Programs that speak MCP reach this server at this address, with a token in the Authorization header. They never approve and never sign.',
  addressLabel: 'Address for agents',
  client: 'Set up an agent in',
  clients: { claudeCode: 'Claude Code', claudeDesktop: 'Claude Desktop', cursor: 'Cursor', vsCode: 'VS Code' },
  where: {
    claudeCode: 'In a terminal, in the folder of your project:',
    claudeDesktop: 'In claude_desktop_config.json; the path is that of your own copy of Hindcast:',
    cursor: 'In .cursor/mcp.json of a project, or of your home folder:',
    vsCode: 'In .vscode/mcp.json of a project; it asks for the token once:',
  },
  setUps: {
    address: (origin: string) => `${origin}/mcp`,
    claudeCode: (origin: string, token = placeholder) =>
      `claude mcp add --transport http --header "Authorization: Bearer ${token}" hindcast ${origin}/mcp`,
    claudeDesktop: (origin: string, token = placeholder) =>
      json({
        mcpServers: {
          hindcast: {
            command: '/path/to/hindcast/bin/hindcast',
            args: ['mcp'],
            env: { HINDCAST_URL: origin, HINDCAST_TOKEN: token },
          },
        },
      }),
    cursor: (origin: string, token = placeholder) =>
      json({ mcpServers: { hindcast: { url: `${origin}/mcp`, headers: { Authorization: `Bearer ${token}` } } } }),
    vsCode: (origin: string) =>
      json({
        inputs: [{ type: 'promptString', id: 'hindcast', description: 'Token of Hindcast', password: true }],
        servers: {
          hindcast: {
            type: 'http',
            url: `${origin}/mcp`,
            headers: { Authorization: `Bearer \${input:hindcast}` },
          },
        },
      }),
  },
};
