import type { InventedForm } from './forms.fixture.ts';

/** Questions as headings. */
const questions: InventedForm = {
  name: 'questions',
  source: `# Post-incident review

## What happened?

TBD

## Who was affected?

TBD

## How was it detected?

TBD

## What went well?

- TBD

## What could have gone better?

- TBD

## What will we do about it?

TBD
`,
  expected: [
    ['# Post-incident review', 'incident.title'],
    ['- TBD', 'wentWell.text'],
    ['- TBD', 'wentWrong.text'],
  ],
};

/** Tables for everything. */
const tables: InventedForm = {
  name: 'tables',
  source: `# PIR

## Roles

| Role | Name |
| --- | --- |
| Incident Commander | |
| Scribe | |

## Affected services

| Service | Impact | Downtime |
| --- | --- | --- |
| | | |

## Timeline

| Date | Time (UTC) | Who | What | Notes |
| --- | --- | --- | --- | --- |
| | | | | |

## Communications

| Time | Audience | Channel | Message |
| --- | --- | --- | --- |
| | | | |

## Approval

| Name | Role | Date |
| --- | --- | --- |
| | | |
`,
  expected: [
    ['| Role | Name |', 'roles.name'],
    ['| Service | Impact', 'systems.downtime'],
    ['| Date | Time', 'timeline.actor'],
    ['| Date | Time', 'timeline.text'],
    ['| Time | Audience', 'communications.channel'],
    ['| Name | Role | Date |', 'signoffs.date'],
  ],
};

/** Labels in bold without a colon, priorities as headings, a section nobody knows. */
const priorities: InventedForm = {
  name: 'priorities',
  source: `# [Service] incident [ID]

**Status** [Draft/Final]

**Duration** X hours Y minutes

## Impact

[describe]

## Moon phase

[waxing or waning]

## Action items

### P1

- [ ] [action] - @owner

### P2

- [ ] [action] - @owner
`,
  expected: [
    ['**Duration**', 'claims.duration'],
    ['[describe]', 'impact.text'],
    ['[waxing', null],
    ['- [ ] [action]', 'actions.owner'],
  ],
};

/** Bare headings with a sentence of help. */
const help: InventedForm = {
  name: 'help',
  source: `# Title of the incident

## Summary

A short paragraph on what customers saw.

## Impact

How many requests failed, and for how long.

## Root cause

What had to be true for this to happen.

## Resolution

What brought the service back.

## Related incidents

Earlier incidents with the same cause.
`,
  expected: [
    ['A short paragraph', 'summary.text'],
    ['How many requests', 'impact.text'],
    ['What had to be true', 'rootCause.primary'],
    ['What brought', 'resolution.text'],
    ['Earlier incidents', 'related.text'],
  ],
};

/** Forms that ask in questions, tables, bold words and sentences. */
export const askingForms = [questions, tables, priorities, help];
