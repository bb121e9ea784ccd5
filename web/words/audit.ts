import { unitText } from './lengths.ts';
import { numberText } from './numbers.ts';
import { plural } from './plural.ts';

/** The ledger: what happened on this server, and the proof of it. */
export const auditWords = {
  title: 'Audit',
  head: {
    title: 'Can this ledger be trusted?',
    about:
      'Everything that is done here is written into one ledger. A signed checkpoint seals all entries so far: whoever changes one of them later, changes the seal.',
    none: 'There is no checkpoint yet. The first is signed a few seconds after the first change.',
    sealed: (size: number) => plural(size, { one: 'One entry is sealed', other: '# entries are sealed' }),
    at: 'last',
    cannot:
      'This browser cannot check signatures here. It needs an encrypted connection (https) and Ed25519, which browsers know since 2025. The bundle of an incident can be checked offline.',
    signature: {
      proven: 'The checkpoint is signed by the key of this ledger. Checked in this browser.',
      refuted: 'The checkpoint is not signed by a key that this browser trusts.',
      unknown: '',
    },
    growth: {
      proven: 'Nothing was changed since this browser last looked; entries were only added. Checked in this browser.',
      refuted: 'The ledger is not the one that this browser saw before: entries of then were changed or are gone.',
      unknown:
        'This browser sees the ledger for the first time. From now on it notices when what is there today is changed.',
    },
    seenBefore: (size: number) => plural(size, { one: 'then one entry', other: 'then # entries' }),
    forget: 'Trust what is there now',
    forgetText:
      'Only do this when you know why the ledger is another, as after a restored backup. This browser then remembers the present key and checkpoint.',
    anchors: (count: number) =>
      plural(count, {
        one: 'One copy of a checkpoint lies elsewhere.',
        other: '# copies of checkpoints lie elsewhere.',
      }),
    noAnchors: 'No checkpoint has been copied elsewhere yet; the server does that once a day.',
    latest: 'The latest',
    kinds: {
      evidence: 'in the evidence store (whoever runs both could replace both)',
      rfc3161: 'stamped by a time authority',
    } as Record<string, string>,
    overEntries: (size: number) => plural(size, { one: 'over one entry', other: 'over # entries' }),
    details: 'Keys, hashes and copies',
    root: 'Root (SHA-256)',
    note: 'The signed note',
    keys: 'Keys',
    retired: 'retired',
    active: 'signs now',
    copies: 'Copies elsewhere',
    verify: 'Verify the whole ledger',
    verifyText: 'The server hashes every entry again and compares with all checkpoints and their copies.',
    verifying: (seconds: number) => `Hashing every entry again, for ${unitText(seconds, 'second')}`,
    intact: (entries: number, checkpoints: number, anchors: number) =>
      `Intact: ${plural(entries, { one: 'one entry', other: '# entries' })}, ${plural(checkpoints, { one: 'one checkpoint', other: '# checkpoints' })}, ${plural(anchors, { one: 'one copy', other: '# copies' })} compared.`,
    erased: (count: number) =>
      plural(count, { one: 'One payload was erased on request.', other: '# payloads were erased on request.' }),
    broken: (count: number) => plural(count, { one: 'One thing is wrong:', other: '# things are wrong:' }),
  },
  log: {
    title: 'Log',
    filters: 'Filters',
    incident: 'Incident',
    incidentHint: 'INC-1',
    actor: 'Who',
    anybody: 'Anybody',
    operation: 'What',
    anything: 'Anything',
    since: 'From',
    until: 'To',
    clear: 'Clear filters',
    newer: 'There is something newer. Show it',
    none: 'Nothing in the ledger fits these filters.',
    noneYet: 'The ledger is empty.',
    shown: (count: number, more: boolean) =>
      more
        ? plural(count, { one: '# entry so far', other: '# entries so far' })
        : plural(count, { one: '# entry', other: '# entries' }),
    hidden: 'Of an incident that you do not see.',
    hiddenDetail: 'You see its number and hash: they are what the tree is made of.',
    inIncident: 'Incident',
    open: (seq: number) => `Entry ${seq}`,
    token: 'token',
    system: 'Hindcast',
    someone: 'somebody',
    subject: 'About',
    historyOf: 'Its history, field by field',
    hash: 'Hash',
    salt: 'Salt',
    payload: 'What was put in',
    erased: 'What was put in was erased on request. Its hash stays.',
    noPayload: 'Only admins and owners see what was put in here.',
  },
  prove: {
    button: 'Prove it',
    again: 'Prove it again',
    of: (label: string) => `: ${label}`,
    working: 'Computing',
    cannot: 'This browser cannot check signatures here: it needs https and Ed25519.',
    whole: 'Proven: this entry stands in the ledger as it was written.',
    notWhole: 'Not proven.',
    payload: {
      proven: 'What is shown is what was written: it has the hash of the entry.',
      refuted: 'What is shown is not what was written: it does not have the hash of the entry.',
      unknown: 'What was written is not shown to you or was erased, so only its hash is checked.',
    },
    inclusion: {
      proven: (size: number) => `The entry is one of the ${numberText(size)} that the checkpoint seals.`,
      refuted: 'The entry is not under the checkpoint.',
      unknown: '',
    },
    signature: {
      proven: 'The checkpoint is signed by the key of this ledger.',
      refuted: 'The checkpoint is not signed by a key that this browser trusts.',
      unknown: '',
    },
    details: 'How it was computed',
    leaf: 'Hash of the entry',
    path: (count: number) => plural(count, { one: 'One hash beside the way up', other: '# hashes beside the way up' }),
    key: 'Key',
    checkpoint: 'Checkpoint',
    soon: 'This entry is not in a checkpoint yet. Try again in a few seconds.',
  },
};
