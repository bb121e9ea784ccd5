import type { Command } from './command.ts';
import { serverCommands } from './server-command-list.ts';
import { config, examples, output, paper, template } from './options.ts';

const many = Number.POSITIVE_INFINITY;

/** Every command, in the order of the help. A new one is a line here and a file in `commands/`. */
export const commands: Command[] = [
  {
    name: 'check',
    sentence: 'Find what contradicts itself, cannot be, or is missing.',
    operands: 'FILE|FOLDER...',
    takes: { least: 1, most: many },
    options: {
      format: { type: 'string', short: 'f', value: 'FORMAT', sentence: 'terminal, json, sarif or github' },
      'min-severity': { type: 'string', value: 'LEVEL', sentence: 'report from error, warning or note (default) up' },
      template,
      examples,
      config,
    },
    examples: [
      { line: 'check postmortem.md', sentence: 'one document' },
      { line: 'check docs/incidents --min-severity error', sentence: 'a folder, contradictions only' },
      { line: 'check docs --format sarif > hindcast.sarif', sentence: 'for code scanning' },
      { line: 'check - < postmortem.md', sentence: 'standard input' },
    ],
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'read',
    sentence: 'Print the record, the figures, the claims beside them and the findings.',
    operands: 'FILE',
    takes: { least: 1, most: 1 },
    options: { template, examples, config },
    examples: [
      { line: 'read postmortem.md', sentence: 'for people' },
      { line: 'read postmortem.md --json | jq .figures.duration', sentence: 'for programs' },
    ],
    load: () => import('./commands/read.ts'),
  },
  {
    name: 'write',
    sentence: 'Write a document or a record in another template, as Markdown, HTML, PDF or Word.',
    operands: 'FILE|RECORD.json',
    takes: { least: 1, most: 1 },
    options: { template, output, paper, examples, config },
    examples: [
      { line: 'write postmortem.md --template enterprise', sentence: 'Markdown to standard output' },
      { line: 'write postmortem.md -t enterprise -o report.pdf', sentence: '.md, .html, .pdf or .docx' },
      { line: 'write postmortem.md -t enterprise -o report.pdf --paper letter', sentence: 'for American printers' },
    ],
    load: () => import('./commands/write.ts'),
  },
  {
    name: 'patch',
    sentence: 'Change single values and nothing else; refuses what it cannot do safely.',
    operands: 'FILE',
    takes: { least: 1, most: 1 },
    options: {
      set: {
        type: 'string',
        short: 's',
        multiple: true,
        value: 'PATH=VALUE',
        sentence: 'a value to set (empty removes it, {...} is a whole entry); repeat it',
      },
      template,
      output,
      config,
    },
    examples: [
      { line: "patch postmortem.md --set 'actions[0].owner=Mina Sato'", sentence: 'in place' },
      { line: 'patch postmortem.md --set incident.severity=S2 -o changed.md', sentence: 'to another file' },
    ],
    load: () => import('./commands/patch.ts'),
  },
  {
    name: 'templates',
    sentence: 'List the templates there are.',
    operands: '',
    takes: { least: 0, most: 0 },
    options: { config },
    examples: [{ line: 'templates', sentence: "the built-in ones and your team's" }],
    load: () => import('./commands/templates.ts'),
  },
  {
    name: 'template show',
    sentence: 'Print the source of a template.',
    operands: 'NAME',
    takes: { least: 1, most: 1 },
    options: { config },
    examples: [{ line: 'template show enterprise > ours.md', sentence: 'a start for your own' }],
    load: () => import('./commands/template-show.ts'),
  },
  {
    name: 'template learn',
    sentence: 'Turn any Markdown template with hints into one of Hindcast, and say what was bound to what.',
    operands: 'FILE',
    takes: { least: 1, most: 1 },
    options: { output },
    examples: [{ line: 'template learn our-form.md -o templates/ours.md', sentence: 'then read it through' }],
    load: () => import('./commands/template-learn.ts'),
  },
  {
    name: 'new',
    sentence: 'Write an empty document with its hints.',
    operands: '',
    takes: { least: 0, most: 0 },
    options: { template, output, config },
    examples: [{ line: 'new --template enterprise -o postmortem.md', sentence: 'ready to fill in' }],
    load: () => import('./commands/new.ts'),
  },
  {
    name: 'draft',
    sentence: 'Write a first document from evidence: alerts, chats, events of systems, logs, tables.',
    operands: 'EVIDENCE...',
    takes: { least: 1, most: many },
    options: { template, output, paper, config },
    examples: [
      { line: 'draft alert.json slack-export.zip events.json -t enterprise -o draft.md', sentence: 'several at once' },
    ],
    load: () => import('./commands/draft.ts'),
  },
  {
    name: 'explain',
    sentence: 'Explain a finding: why it matters, and what to do.',
    operands: '[CODE]',
    takes: { least: 0, most: 1 },
    options: {},
    examples: [{ line: 'explain contradiction.duration', sentence: 'without a code: the list' }],
    load: () => import('./commands/explain.ts'),
  },
  {
    name: 'tour',
    sentence: 'Show it on the shipped example in a minute: what is wrong, then all five templates.',
    operands: '',
    takes: { least: 0, most: 0 },
    options: { output: { ...output, value: 'FOLDER', sentence: 'folder to write into (default out/tour)' } },
    examples: [{ line: 'tour', sentence: 'reads examples/checkout-outage' }],
    load: () => import('./commands/tour.ts'),
  },
  ...serverCommands,
];
