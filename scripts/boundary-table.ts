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

const pure = (folder: string, folders: string[], packages: string[] = []): Boundary => ({
  folder,
  folders,
  packages,
  pure: true,
});

const understanding = ['record', 'values', 'markdown', 'reading', 'templates', 'figures', 'findings'];
const all = [...understanding, 'sources', 'drafting', 'charts', 'documents'];

/** The walls of the house, in the order in which data goes through it. */
export const boundaries: Boundary[] = [
  pure('record', [], ['zod']),
  pure('values', ['record'], ['temporal-polyfill']),
  pure('markdown', [], ['@lezer/common', '@lezer/markdown']),
  pure('reading', ['record', 'values', 'markdown'], ['yaml']),
  pure('templates', ['record', 'values', 'figures', 'markdown', 'reading'], ['yaml', 'zod']),
  pure('figures', ['record', 'values']),
  pure('findings', ['record', 'values', 'figures', 'templates', 'markdown']),
  pure('sources', ['record', 'values'], ['zod']),
  pure('drafting', ['record', 'values', 'figures', 'sources']),
  pure('charts', ['record', 'values', 'figures']),
  {
    folder: 'documents',
    folders: ['record', 'values', 'figures', 'findings', 'templates', 'charts', 'markdown'],
    packages: ['node:', '@lezer/common', '@myriaddreamin/typst-ts-node-compiler', 'docx'],
    pure: false,
  },
  { folder: 'ledger', folders: ['record'], packages: ['node:', 'canonicalize'], pure: false },
  {
    folder: 'store',
    folders: ['record', 'ledger'],
    packages: ['node:', 'zod', 'pg', 'kysely', 'aws4fetch', 'file-type'],
    pure: false,
  },
  {
    folder: 'operations',
    folders: [...all, 'ledger', 'store'],
    packages: ['node:', 'zod', 'yaml', 'kysely', '@simplewebauthn/server', 'yauzl'],
    pure: false,
  },
  {
    folder: 'http',
    folders: [...understanding, 'ledger', 'store', 'operations'],
    packages: ['node:', 'zod', 'hono', '@hono/node-server', 'pino', 'openid-client', 'nodemailer', 'prom-client'],
    pure: false,
  },
  {
    folder: 'cli',
    folders: [...all, 'ledger', 'store', 'operations', 'http'],
    packages: ['node:', 'zod', 'yaml', 'yauzl', 'pino', 'pg', '@hono/node-server'],
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
];
