import type { ErrorText } from './error-text.ts';

/** What can stop an operation on what the server keeps, and the server itself. */
export const serverErrors = {
  'evidence.not-found': {
    message: 'there is no evidence {id} in this incident',
    remedy: 'See `evidence.list`; it may have been detached.',
  },
  'evidence.empty': { message: 'the upload has no bytes', remedy: 'Send the file itself as the body of the request.' },
  'evidence.too-large': {
    message: 'this is more than {limit} bytes, the most that is taken here',
    remedy: 'Nothing was stored. Compress or split it; owners can raise the setting evidence.mostBytes.',
  },
  'evidence.too-many': {
    message: 'this incident has {count} pieces of evidence, the most it may have',
    remedy: 'Detach some, or put several into one archive; owners can raise the setting evidence.mostPerIncident.',
  },
  'evidence.interrupted': {
    message: 'the upload ended before its end; nothing was stored',
    remedy: 'Send it again.',
  },
  'evidence.bad-range': {
    message: 'the bytes asked for do not lie in {object}, which has {bytes}',
    remedy: 'Ask for bytes from 0 to one less than its size.',
  },
  'evidence.lost': {
    message: 'the original {object} is not in the evidence store',
    remedy: 'It was stored once: restore it from a backup. `hindcast doctor` says where the store is.',
  },
  'evidence.corrupt': {
    message: 'the original {object} is not what was stored',
    remedy: 'Its bytes were changed or damaged. Keep them for the inquiry and restore the object from a backup.',
  },
  'evidence.no-space': {
    message: 'there is too little free space for evidence; nothing was stored',
    remedy: 'Somebody who runs this server has to free some or move it to a larger disk. Then send it again.',
  },
  'evidence.unavailable': {
    message: 'the evidence store cannot be used at the moment',
    remedy: 'Try again later. The log of the server and `hindcast doctor` say more.',
  },
  'evidence.retained': {
    message: '{name} is retained until {until}',
    remedy: 'Wait until then, or let an admin end its retention first: `evidence.release`.',
  },
  'evidence.held': {
    message: '{object} is attached to {count} incidents',
    remedy: 'Detach it everywhere first: `evidence.detach`.',
  },
  'template.taken': {
    message: 'there is a template {name} of yours already',
    remedy: 'Change that one, or give this one another `name:`.',
  },
  'template.renamed': {
    message: 'the template says `name: {given}`, and {name} is to be changed',
    remedy: 'Keep the name, or add it as a new template.',
  },
  'template.builtin': {
    message: '{name} comes with Hindcast and stays as it is',
    remedy: 'Add one of the same name: it takes its place.',
  },
  'template.archived': {
    message: 'the template {name} is archived',
    remedy: 'Choose another one; incidents that have it keep it.',
  },
  'setting.unknown': { message: 'there is no setting {name}', remedy: 'See `settings.list`.' },
  'setting.invalid': {
    message: '{name} cannot be set to that: {reason}',
    remedy: 'Give a value as `settings.list` describes it.',
  },
  'input.both': {
    message: '{one} and {other} are given, and one is wanted',
    remedy: 'Leave one of them out.',
  },
  'input.invalid': { message: '{operation}: {reason}', remedy: 'See the reference of {operation} under /api/v1.' },
  'incident.not-found': {
    message: 'there is no incident {id}, or you may not see it',
    remedy: 'Check the id (INC-12 or its UUID), or ask an admin to add you to it.',
  },
  'record.unknown-field': {
    message: 'the record has no field {path}',
    remedy: 'See docs/template-paths.md for every field.',
  },
  'record.invalid-value': {
    message: '{path} cannot be set to that: {reason}',
    remedy: 'Give a value of its kind, or null to remove it.',
  },
  'record.entry-not-found': {
    message: 'there is no {key}/{id} in this incident',
    remedy: 'Somebody may have removed it: load the incident again.',
  },
  'record.list-full': {
    message: '{key} has {count} entries, and {more} more would be over the {most} that one list may have',
    remedy:
      'Bring what belongs to the incident: a shorter time, one channel. Repeated alerts may be one event with their count.',
  },
  'record.conflict': {
    message: '{path} was changed by somebody else since version {seen}; it is at version {version}',
    remedy: 'Look at both values, then send the one to keep with the new version.',
  },
  'comment.not-found': {
    message: 'there is no comment {id} in this incident',
    remedy: 'Somebody may have removed it: see `comment.list`.',
  },
  'comment.unclear': {
    message: 'the quoted words stand {count} times in {path}, and once is wanted',
    remedy: 'Quote them as they are written there, and as many that they stand there once.',
  },
  'comment.no-suggestion': {
    message: 'the comment {id} suggests no other words',
    remedy: 'Reply to it, or resolve it.',
  },
  'comment.settled': {
    message: 'this is {state} already',
    remedy: 'Load it again; `comment.reopen` opens it anew.',
  },
  'comment.text-changed': {
    message: 'the text in {path} has changed since this was suggested',
    remedy: 'Compare what was quoted with what stands there now (`data`), and change the text by hand.',
  },
  'proposal.not-found': {
    message: 'there is no proposal {id} in this incident',
    remedy: 'See `proposal.list` for those there are.',
  },
  'proposal.settled': {
    message: 'this proposal is {state} already',
    remedy: 'Nothing is left to do. What is still wanted has to be proposed anew.',
  },
  'proposal.too-many': {
    message: '{count} proposals wait in this incident, the most there may be',
    remedy: 'Let somebody accept or refuse them first.',
  },
  'lifecycle.elsewhere': {
    message: '{step} leads on from {from}, and this incident is {status}',
    remedy: 'Somebody may have moved it: load it again. `lifecycle.gate` lists its next steps.',
  },
  'lifecycle.blocked': {
    message: '{step} is blocked: {reason}',
    remedy: 'Mend what `data.blockers` lists, each with its remedy.',
  },
  'signoff.role': { message: 'the template has no sign-off as {role}; it has: {known}', remedy: 'Name one of these.' },
  'signoff.not-in-review': {
    message: 'this incident is {status}; it is signed in review',
    remedy: 'Put it in review first: `lifecycle.submit`.',
  },
  'signoff.given': {
    message: 'this content is already signed as {role}',
    remedy: 'Nothing is left to do for this role.',
  },
  'signoff.order': {
    message: '{first} signs before {role}',
    remedy: 'Wait for {first}: the template sets this order.',
  },
  'signoff.same-person': {
    message: 'you have signed this content as {other}; {role} is for somebody else',
    remedy: 'Ask another person, or let the template say `signoffBySamePerson: true`.',
  },
  'signoff.stale': {
    message: 'this statement can no longer be signed: {reason}',
    remedy: 'Look at the content as it is now, and prepare a new one: `signoff.prepare`.',
  },
  'signoff.assertion': {
    message: 'the assertion of your passkey does not hold: {reason}',
    remedy: 'Sign again with a passkey of yours; it must ask for your finger, face or PIN.',
  },
  'signoff.no-key': {
    message: 'this server has no signing key yet',
    remedy: 'It makes one at its start; `hindcast doctor` says why there is none.',
  },
  'version.not-found': { message: 'this incident has no version {number}', remedy: 'See `version.list`.' },
  'version.content-changed': {
    message: 'the incident no longer holds what was looked at ({seen}…); nothing was restored',
    remedy: 'Look at what would change now, and send the hash of that: `version.preview`.',
  },
  'publication.changed': {
    message: 'what would be published is not what was previewed ({sha256}): {reason}',
    remedy: 'Look at a new preview, and send its hash.',
  },
  'publication.undecided': {
    message: '{count} places of the leak report are not decided',
    remedy: 'Say of each whether it may stay or is to be taken out, look at the preview again, then publish.',
  },
  'publication.slug': {
    message: 'another incident is published as {slug}',
    remedy: 'Choose another slug for this one.',
  },
  'publication.none': {
    message: 'there is no published version of this',
    remedy: 'Check the address; it may have been withdrawn.',
  },
  'record.conflicts': {
    message:
      '{count} of the changed fields were set by somebody else meanwhile, the first is {path}; nothing was changed',
    remedy: 'Look at both values of each, decide, and send the document again with what you saw last.',
  },
  'key.reused': {
    message: 'the operation key {key} was used for {operation} before, not {wanted}',
    remedy: 'Use a new key for each operation; repeat one only to repeat the same request.',
  },
  'page.cursor': {
    message: 'the cursor {cursor} is not one that this list gave',
    remedy: 'Start again without a cursor.',
  },
  'body.too-large': {
    message: 'the request has more than {limit} MB',
    remedy: 'Send less at once; evidence goes to its own address.',
  },
  'body.invalid': {
    message: 'the request body is not JSON: {reason}',
    remedy: 'Send JSON with Content-Type: application/json.',
  },
  'route.unknown': { message: 'there is nothing at {method} {path}', remedy: 'See /api/v1 for what there is.' },
  'store.unavailable': {
    message: 'the database cannot be reached: {reason}',
    remedy:
      'What was acknowledged is safe. Repeat the request with its Idempotency-Key: it is done once. `hindcast doctor` says more.',
  },
  'store.full': {
    message: 'the disk of the database is full; nothing was saved',
    remedy: 'Free some space on it. What was acknowledged is safe, and reading works on.',
  },
  'store.not-durable': {
    message: 'the change was saved on the primary only: no standby confirmed it',
    remedy: 'Repeat the request with its Idempotency-Key when a standby runs again: it is done once, and then safe.',
  },
  'ledger.behind': {
    message: 'the newest entries of the ledger have no number yet',
    remedy: 'Is a server running? Its sequencer numbers entries within a second; try again then.',
  },
  'store.busy': {
    message: 'others kept changing the same thing; nothing was saved',
    remedy: 'Load it again and repeat.',
  },
  'server.setting': { message: '{name} is {value}: {reason}', remedy: '{advice}' },
  'server.port': {
    message: 'port {port} cannot be listened on: {reason}',
    remedy: 'Choose another one, as PORT=4601, or stop the program that has it.',
  },
  'server.not-started': { message: '{reason}', remedy: '{advice}' },
  'backup.invalid': {
    message: '{file} is no backup that can be restored: {reason}',
    remedy: 'Nothing was changed. Take another backup file, or a Hindcast that is not older than it.',
  },
  'backup.exists': {
    message: '{file} is there already',
    remedy: 'Nothing was written. Name another file, or say --force to put the new backup in its place.',
  },
  'restore.not-empty': {
    message: 'the database is not empty: {reason}',
    remedy:
      'Nothing was changed. Restore into a new one: set HINDCAST_DATA to a new folder, or DATABASE_URL to an empty database.',
  },
  'export.not-empty': {
    message: 'the folder {folder} is not empty',
    remedy: 'Nothing was written. Name a new folder, so that no old file is taken for a new one.',
  },
  'import.invalid': { message: '{file} cannot be imported: {reason}', remedy: '{advice}' },
  'client.unset': {
    message: 'no server is named',
    remedy: 'Sign in with `hindcast login URL`, or set HINDCAST_URL and HINDCAST_TOKEN.',
  },
  'client.unreachable': {
    message: '{url} cannot be reached: {reason}',
    remedy: 'Check the address and that the server runs. A change that was sent may be repeated with the same key.',
  },
  'edit.unfinished': {
    message: 'your text was not applied: {reason}',
    remedy: 'It is kept in {file}. `hindcast edit {incident} --from {file}` takes it up again.',
  },
  'record.no-command': {
    message: '{command} could not be started: {reason}',
    remedy: 'Check the command behind `--`: it has to run without `hindcast record --incident INC --` before it, too.',
  },
  'record.no-port': {
    message: 'nothing can listen at {address}: {reason}',
    remedy: 'Choose another port with --listen, or end what listens there.',
  },
  'own.not-found': { message: 'there is no {what} {id} of yours', remedy: 'List yours again: it may be gone already.' },
  'ledger.no-entry': {
    message: 'the ledger has no entry {seq} (yet)',
    remedy: 'Entries get their number within a moment; `ledger.checkpoint` says how many there are.',
  },
  'ledger.no-checkpoint': {
    message: 'there is no checkpoint {what}',
    remedy: 'The first is signed a moment after the first change; `ledger.checkpoint` without a size shows the latest.',
  },
  'ledger.damaged': {
    message: 'the stored ledger is damaged: {reason}',
    remedy: 'Have it verified (`ledger.verify`), and compare with a backup and with anchored checkpoints.',
  },
  'anchor.unavailable': {
    message: 'the time stamp authority cannot be used: {reason}',
    remedy: 'Nothing was anchored. Check HINDCAST_TSA, or anchor in the evidence store.',
  },
} as const satisfies Record<string, ErrorText>;
