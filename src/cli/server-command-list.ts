import type { Command } from './command.ts';
import { output, template } from './options.ts';

const many = Number.POSITIVE_INFINITY;

/** Commands that run a server, look after it, or talk to one. */
export const serverCommands: Command[] = [
  {
    name: 'start',
    sentence: 'Run the server: database, ledger and API in one process, until Ctrl-C.',
    operands: '',
    takes: { least: 0, most: 0 },
    options: {},
    examples: [
      { line: 'start', sentence: 'on port 4600, with its own Postgres; docs/operating.md lists the settings' },
    ],
    load: () => import('./commands/start.ts'),
  },
  {
    name: 'doctor',
    sentence: 'Look at everything the server stands on, and say what is wrong and how to mend it.',
    operands: '',
    takes: { least: 0, most: 0 },
    options: {},
    examples: [{ line: 'doctor', sentence: 'beside a running server, or without one; exit 1 when something is wrong' }],
    load: () => import('./commands/doctor.ts'),
  },
  {
    name: 'migrate',
    sentence: 'Bring the database schema up to date; `start` does so itself.',
    operands: '',
    takes: { least: 0, most: 0 },
    options: {},
    examples: [{ line: 'migrate', sentence: 'before the processes of a cluster are replaced one by one' }],
    load: () => import('./commands/migrate.ts'),
  },
  {
    name: 'backup',
    sentence: 'Write everything of one moment into one file: all tables and all evidence.',
    operands: 'FILE',
    takes: { least: 1, most: 1 },
    options: {},
    examples: [{ line: 'backup hindcast-2026-11-21.tar.gz', sentence: 'while the server runs' }],
    load: () => import('./commands/backup.ts'),
  },
  {
    name: 'restore',
    sentence: 'Take a backup back, into an empty database, whole or not at all.',
    operands: 'FILE',
    takes: { least: 1, most: 1 },
    options: {},
    examples: [{ line: 'restore hindcast-2026-11-21.tar.gz', sentence: 'HINDCAST_DATA names a new folder' }],
    load: () => import('./commands/restore.ts'),
  },
  {
    name: 'break-glass',
    sentence: 'Make a link that signs somebody in once, without identity provider or mail; the ledger notes it.',
    operands: 'EMAIL',
    takes: { least: 1, most: 1 },
    options: {},
    examples: [{ line: 'break-glass owner@localhost', sentence: 'on the machine that the server runs on' }],
    load: () => import('./commands/break-glass.ts'),
  },
  {
    name: 'export',
    sentence: 'Write everything as files: Markdown, records, evidence, people, templates, the ledger.',
    operands: 'FOLDER',
    takes: { least: 1, most: 1 },
    options: {},
    examples: [{ line: 'export everything', sentence: 'into a new folder, while the server runs' }],
    load: () => import('./commands/export.ts'),
  },
  {
    name: 'import',
    sentence: 'Bring in what export wrote, or documents: each becomes an incident.',
    operands: 'FOLDER|FILE...',
    takes: { least: 1, most: many },
    options: {},
    examples: [
      { line: 'import everything', sentence: 'a second time adds nothing twice' },
      { line: 'import docs/incidents/*.md', sentence: 'in the template each fits best' },
    ],
    load: () => import('./commands/import.ts'),
  },
  {
    name: 'login',
    sentence: 'Save a server and a token of yours for the commands that talk to it.',
    operands: 'URL',
    takes: { least: 1, most: 1 },
    options: {},
    examples: [
      { line: 'login https://hindcast.example.com', sentence: 'asks for the token' },
      {
        line: 'login https://hindcast.example.com < token.txt',
        sentence: 'HINDCAST_URL and HINDCAST_TOKEN do without',
      },
    ],
    load: () => import('./commands/login.ts'),
  },
  {
    name: 'call',
    sentence:
      'Call an operation of a server; without a name, list them. `hindcast incident list` is the same, shorter.',
    operands: '[OPERATION ...]',
    takes: { least: 0, most: 0 },
    options: {},
    examples: [
      { line: 'call', sentence: 'the list' },
      { line: 'call incident.create --title Checkout', sentence: 'or: hindcast incident create ...' },
      { line: 'incident list --status draft --json', sentence: 'each has its own --help' },
    ],
    load: () => import('./commands/call.ts'),
  },
  {
    name: 'show',
    sentence: 'Print an incident of a server as Markdown; byte for byte when piped.',
    operands: 'INCIDENT',
    takes: { least: 1, most: 1 },
    options: { template },
    examples: [{ line: 'show INC-12 | less', sentence: 'INC-12, 12 or the long id' }],
    load: () => import('./commands/show.ts'),
  },
  {
    name: 'edit',
    sentence: 'Open an incident of a server in $EDITOR as Markdown, and apply what you changed.',
    operands: 'INCIDENT',
    takes: { least: 1, most: 1 },
    options: {
      from: { type: 'string', value: 'FILE', sentence: 'take up a text that an earlier edit kept' },
    },
    examples: [{ line: 'edit INC-12', sentence: 'only fields that changed are sent; conflicts show both values' }],
    load: () => import('./commands/edit.ts'),
  },
  {
    name: 'bundle',
    sentence: 'Write everything of an incident into one file that anybody can verify without a server.',
    operands: 'INCIDENT',
    takes: { least: 1, most: 1 },
    options: { output },
    examples: [{ line: 'bundle INC-12', sentence: 'writes INC-12.bundle; then: hindcast verify INC-12.bundle' }],
    load: () => import('./commands/bundle.ts'),
  },
  {
    name: 'verify',
    sentence: 'Verify a bundle without a server: what is proven, by which key, and what differs.',
    operands: 'BUNDLE',
    takes: { least: 1, most: 1 },
    options: {
      key: { type: 'string', short: 'k', value: 'KEY', sentence: "the log's verifier key, got by another way" },
    },
    examples: [
      { line: 'verify INC-12.bundle', sentence: 'exit 1 when anything was changed' },
      { line: 'verify INC-12.bundle --key "$KEY"', sentence: 'believes no key but that one' },
    ],
    load: () => import('./commands/verify.ts'),
  },
];
