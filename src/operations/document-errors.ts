import type { ErrorText } from './error-text.ts';

/** What can stop an operation on documents, and the command line. */
export const documentErrors = {
  usage: { message: '{reason}', remedy: 'See `hindcast {command} --help`.' },
  'command.unknown': { message: 'there is no command {name}{hint}', remedy: 'See `hindcast --help`.' },
  'input.not-found': { message: '{file}: no such file or folder', remedy: 'Check the path; `-` reads standard input.' },
  'input.unreadable': { message: '{file} cannot be read: {reason}', remedy: 'Check its permissions and its disk.' },
  'input.folder': {
    message: '{file} is a folder, and one document is wanted',
    remedy: 'Name a file in it; `hindcast check` takes whole folders.',
  },
  'input.too-large': {
    message: '{file} is {size} MB; a document may have at most {limit} MB',
    remedy: 'Split it, or check that it is the file you meant.',
  },
  'input.not-text': {
    message: '{file} is {kind}, not Markdown',
    remedy: 'Export the post-mortem as Markdown or plain text first.',
  },
  'input.not-utf8': {
    message: '{file} is not plain UTF-8 ({encoding}), so it cannot be changed in place without touching other bytes',
    remedy: 'Convert it to UTF-8 first, as with `iconv -f UTF-16 -t UTF-8`.',
  },
  'input.no-documents': {
    message: '{file} holds no documents ({extensions})',
    remedy: 'Name the files themselves, or a folder that holds some.',
  },
  'record.invalid': {
    message: '{file} is no record: {reason}',
    remedy: 'Take the shape that `hindcast read --json` prints under `record`.',
  },
  'template.unknown': { message: 'there is no template {name}; known: {known}', remedy: 'See `hindcast templates`.' },
  'template.unnamed': {
    message: 'no template is named to write in',
    remedy: 'Name one with --template ({known}), or set `template:` in hindcast.yaml.',
  },
  'template.none': {
    message: '{file} fits no known template, so there is nothing to change it by',
    remedy: 'Name one with --template, or learn one: `hindcast template learn FILE`.',
  },
  'template.invalid': { message: '{file}:{line}: {reason}', remedy: '{advice}' },
  'template.no-form': {
    message: '{file} holds no form to learn from: {reason}',
    remedy: 'Give the blank form itself: headings with hints, empty tables, labels without values.',
  },
  'evidence.unreadable': { message: '{file} cannot be read as evidence: {reason}', remedy: '{advice}' },
  'evidence.no-events': {
    message: 'the evidence holds no event that can be used: {reasons}',
    remedy: 'Nothing was written. Mend what is named there, or give evidence of the time of the incident.',
  },
  'model.none': {
    message: 'no language model is configured on this server',
    remedy: 'Whoever runs it sets HINDCAST_MODEL_URL and HINDCAST_MODEL. Drafts from evidence need no model.',
  },
  'model.failed': {
    message: 'the model {model} gave no answer: {reason}',
    remedy: 'Nothing was changed. Try again, or ask whoever runs the server to look at HINDCAST_MODEL_URL.',
  },
  'patch.refused': {
    message: '{path} was not changed: {reason}',
    remedy: '{advice}',
  },
  'output.unwritable': { message: '{file} cannot be written: {reason}', remedy: 'Choose another place with -o.' },
  'output.format': {
    message: '{file} has no known ending; known: .md, .html, .pdf, .docx',
    remedy: 'Give the output file one of these endings.',
  },
  'config.invalid': {
    message: '{file}:{line}: {reason}',
    remedy: 'Mend that line; docs/cli.md lists what hindcast.yaml may hold.',
  },
  'config.no-template': {
    message: '`templates:` of hindcast.yaml names {place}, which is not there',
    remedy: 'Check the path: it counts from the folder that hindcast.yaml lies in.',
  },
  'config.outside': {
    message: '`templates:` of hindcast.yaml names {place}, which lies outside of its folder {folder}',
    remedy: 'Move the template into that folder, or name it on the command line: --template FILE.',
  },
  'finding.unknown': { message: 'there is no finding {code}{hint}', remedy: 'See `hindcast explain` for the list.' },
  internal: {
    message: 'Hindcast made a mistake of its own: {reason}',
    remedy: 'Please report it with the command you ran; HINDCAST_DEBUG=1 prints where it happened.',
  },
} as const satisfies Record<string, ErrorText>;
