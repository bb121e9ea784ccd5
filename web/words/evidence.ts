import { bytesText, numberText } from './numbers.ts';
import { plural } from './plural.ts';

/** The originals of an incident. */
export const evidenceWords = {
  title: 'Evidence',
  bytes: bytesText,
  add: {
    title: 'Add evidence',
    choose: 'Choose files',
    drop: 'Drop files here, or paste them (Ctrl V). Each is kept as it is, named by its SHA-256.',
    dropNow: 'Drop them to add them.',
    readOnly: 'You read this evidence; you may not add to it.',
    pasted: 'Pasted text.txt',
    unnamed: 'Pasted file',
    progress: (name: string) => `Sending ${name}`,
    sent: (count: number) => plural(count, { one: 'One file was added.', other: '# files were added.' }),
    known: (name: string) => `${name} was here already, byte for byte.`,
    failed: (name: string) => `${name} was not added.`,
    again: 'Send again',
    dismiss: 'Dismiss',
    cancel: 'Cancel',
    cancelled: 'It was cancelled.',
  },
  list: {
    title: 'Originals',
    count: (count: number, size: string) => `${plural(count, { one: '# file', other: '# files' })}, ${size}`,
    none: 'No evidence yet.',
    noneAdvice:
      'Add what people would look at to believe you: alerts, chat exports, logs, pictures of dashboards. Events can be drafted from it.',
    detached: 'Show what was detached, too',
    open: 'Preview',
    download: 'Download',
    draft: 'Draft events',
    verify: 'Verify chain',
    detach: 'Detach',
    retain: 'Retain longer',
    release: 'End retention',
    hash: 'SHA-256',
    by: (name: string) => `by ${name}`,
    retained: 'retained until',
    notRetained: 'not retained',
    isDetached: 'detached',
    isRemoved: 'removed',
    moreOf: (name: string) => `of ${name}`,
  },
  preview: {
    tooLong: (size: string) => `The first ${size} are shown. Download it for the rest.`,
    none: 'This kind of file is not shown here. Download it to look at it.',
  },
  draftAll: {
    button: 'Draft the document',
    busy: 'Drafting…',
    hint: 'From everything below, as far as it can be read. What is empty is written, each sentence with its source; what a person wrote stays.',
    done: (fields: number, events: number, sources: string) =>
      `${plural(fields, { one: 'One field was written', other: '# fields were written' })}, ${plural(events, { one: 'one event came to the timeline', other: '# events came to the timeline' })} (from ${sources}).`,
    nothing: 'Nothing new: the document has all of it.',
    questions: (count: number) => plural(count, { one: 'One question is open.', other: '# questions are open.' }),
    kept: (count: number) =>
      plural(count, {
        one: 'One place was left as a person wrote it',
        other: '# places were left as people wrote them',
      }),
    unread: (count: number) =>
      plural(count, {
        one: 'One original could not be read for events',
        other: '# originals could not be read for events',
      }),
    toDocument: 'Open the document',
  },
  askModel: {
    button: 'Ask the model',
    busy: 'The model writes…',
    hint: (model: string) =>
      `${model} proposes texts from the timeline. A sentence that rests on no event is dropped; each text waits in the document until a person accepts it.`,
    done: (count: number) => plural(count, { one: 'One text was proposed.', other: '# texts were proposed.' }),
    nothing: 'The model wrote nothing that the events support.',
    dropped: (count: number) => plural(count, { one: 'One sentence was dropped', other: '# sentences were dropped' }),
    why: {
      'no event': 'it rests on no event',
      'unknown event': 'it names an event that is not there',
      number: 'it has a number that its events do not',
    },
  },
  drafted: {
    added: (count: number, sources: string) =>
      plural(count, {
        one: `One event was added to the timeline (read as ${sources}).`,
        other: `# events were added to the timeline (read as ${sources}).`,
      }),
    nothing: 'No event was added.',
    known: (count: number) =>
      plural(count, { one: 'One was in the timeline already.', other: '# were in the timeline already.' }),
    masked: (count: number) => plural(count, { one: 'One secret was masked.', other: '# secrets were masked.' }),
    ignored: (count: number) => plural(count, { one: 'One thing was left out:', other: '# things were left out:' }),
    ignoredLine: (what: string, why: string, count: number) =>
      `${what}: ${why}${count > 1 ? ` (${numberText(count)} times)` : ''}`,
    toTimeline: 'Show the timeline',
  },
  chain: {
    intact: (entries: number, form: string) =>
      `The chain is intact: ${plural(entries, { one: 'one entry', other: '# entries' })}${form === '' ? '' : `, in the form ${form}`}. Nobody changed, took out or inserted an entry after it was written.`,
    broken: (line: number, reason: string) => `The chain is broken at line ${line}: ${reason}`,
    unrecognised: 'This is no hash-chained log that is known here. That says nothing about the file.',
  },
  detach: {
    title: (name: string) => `Detach ${name}`,
    text: 'It is taken off this incident. The original stays as long as it is retained or another incident has it; the ledger keeps who detached it.',
    done: (name: string) => `${name} is detached.`,
  },
  retain: {
    title: (name: string) => `Retain ${name}`,
    text: 'Until then nobody can remove the original, whatever else happens.',
    until: 'Until',
    done: (name: string) => `The retention of ${name} is changed.`,
  },
  release: {
    title: (name: string) => `End the retention of ${name}`,
    text: 'The original stays as long as an incident has it; after that it can be removed.',
    done: (name: string) => `${name} is retained no longer.`,
  },
};
