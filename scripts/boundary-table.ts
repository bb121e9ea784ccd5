/** What the files of one folder of `src/` may import. What is not named is forbidden. */
export type Boundary = {
  folder: string;
  /** Other folders of `src/`. */
  folders: string[];
  /** npm packages; `node:` for Node's own modules. */
  packages: string[];
  /** Pure folders run in the browser too: no I/O, no clock, no process. */
  pure: boolean;
};

/** Folders that may ask the database something of their own (docs/decisions/0011); `monitoring` asks databases of others. */
export const queryFolders = ['store', 'operations', 'monitoring'];

const pure = (folder: string, folders: string[], packages: string[] = []): Boundary => ({
  folder,
  folders,
  packages,
  pure: true,
});

const understanding = ['record', 'values', 'markdown', 'reading', 'templates', 'figures', 'findings'];
const all = [...understanding, 'sources', 'drafting', 'charts', 'documents', 'search'];

/** The walls of the house, in the order in which data goes through it. */
export const boundaries: Boundary[] = [
  pure('record', [], ['zod']),
  pure('values', ['record']),
  pure('markdown', [], ['@lezer/common', '@lezer/markdown']),
  pure('reading', ['record', 'values', 'markdown'], ['yaml']),
  pure('templates', ['record', 'values', 'figures', 'markdown', 'reading'], ['yaml', 'zod']),
  pure('figures', ['record', 'values']),
  pure('findings', ['record', 'values', 'figures', 'templates', 'markdown', 'clocks']),
  pure('sources', ['record', 'values'], ['zod']),
  pure('correlation', ['record'], ['yaml', 'zod']),
  pure('notices', ['markdown', 'values', 'calendar'], ['zod']),
  pure('clocks', ['record', 'values', 'figures', 'calendar'], ['zod']),
  pure('drafting', ['record', 'values', 'figures', 'sources']),
  pure('search', [], ['stemmer', 'zod']),
  pure('insights', []),
  pure('charts', ['record', 'values', 'figures']),
  pure('reviews', ['record', 'values', 'figures']),
  pure('measurement', ['record', 'values'], ['zod']),
  pure('calendar', ['values'], ['date-holidays']),
  pure('occasions', ['record', 'values', 'figures', 'calendar', 'notices', 'reviews', 'clocks']),
  { folder: 'monitoring', folders: ['measurement'], packages: ['node:', 'zod', 'pg'], pure: false },
  {
    folder: 'masking',
    folders: ['sources'],
    packages: ['node:', '@secretlint/core', '@secretlint/profiler', '@secretlint/secretlint-rule-preset-recommend'],
    pure: false,
  },
  {
    folder: 'documents',
    folders: ['record', 'values', 'figures', 'findings', 'templates', 'charts', 'markdown'],
    packages: ['node:', '@lezer/common', '@myriaddreamin/typst-ts-node-compiler', 'docx'],
    pure: false,
  },
  { folder: 'outbound', folders: ['record'], packages: ['node:', 'zod', 'nodemailer'], pure: false },
  { folder: 'ledger', folders: ['record'], packages: ['node:', 'canonicalize'], pure: false },
  {
    folder: 'store',
    folders: ['record', 'ledger'],
    packages: ['node:', 'zod', 'pg', 'kysely', 'aws4fetch', 'file-type'],
    pure: false,
  },
  { folder: 'recorder', folders: ['record', 'sources', 'masking'], packages: ['node:', 'zod'], pure: false },
  {
    folder: 'operations',
    folders: [
      ...all,
      'insights',
      'calendar',
      'occasions',
      'correlation',
      'reviews',
      'clocks',
      'notices',
      'outbound',
      'masking',
      'measurement',
      'monitoring',
      'ledger',
      'store',
    ],
    packages: ['node:', 'zod', 'yaml', 'kysely', '@simplewebauthn/server', 'yauzl'],
    pure: false,
  },
  {
    folder: 'jobs',
    folders: ['store', 'operations'],
    packages: ['node:'],
    pure: false,
  },
  { folder: 'live', folders: ['record', 'store', 'operations'], packages: ['node:', 'yjs'], pure: false },
  {
    folder: 'mcp',
    folders: ['record', 'store', 'operations'],
    packages: ['zod', 'yaml', '@modelcontextprotocol/server'],
    pure: false,
  },
  {
    folder: 'http',
    folders: [...understanding, 'masking', 'ledger', 'store', 'operations', 'live', 'mcp', 'outbound'],
    packages: [
      'node:',
      'zod',
      '@modelcontextprotocol/server',
      'hono',
      '@hono/node-server',
      'pino',
      'openid-client',
      'prom-client',
      'ws',
    ],
    pure: false,
  },
  {
    folder: 'cli',
    folders: [
      ...all,
      'masking',
      'recorder',
      'ledger',
      'store',
      'operations',
      'jobs',
      'live',
      'mcp',
      'http',
      'outbound',
    ],
    packages: ['node:', 'zod', '@modelcontextprotocol/server', 'yaml', 'yauzl', 'pino', 'pg', '@hono/node-server'],
    pure: false,
  },
];

/** Files of pure folders that may import more, each with its reason. */
export const exceptions: { file: string; packages: string[]; because: string }[] = [
  {
    file: 'src/templates/builtin.ts',
    packages: ['node:fs', 'node:path', 'node:url'],
    because: 'loads the built-in templates, which lie beside it as Markdown files',
  },
  {
    file: 'src/templates/laws/record-arbitrary.ts',
    packages: ['fast-check'],
    because: 'makes the records of property tests; only tests import it',
  },
  {
    file: 'src/drafting/readings-arbitrary.ts',
    packages: ['fast-check'],
    because: 'makes the readings of property tests; only tests import it',
  },
];
