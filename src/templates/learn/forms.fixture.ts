import { askingForms } from './forms-asking.fixture.ts';

/** Forms in shapes of their own, each with bindings a reader of the form would expect: line text to path. */
export type InventedForm = { name: string; source: string; expected: [text: string, path: string | null][] };

/** Label lines with underscores, and a sign-off in words. */
const underscores: InventedForm = {
  name: 'underscores',
  source: `# Outage Report

Reference: ____________
Date of incident: ____________
Severity (1-4): ____
Start time: ____________
End time: ____________
Prepared by: ____________

## What happened

____________________________

## Root cause

____________________________

## Corrective actions

1. ____________________________
2. ____________________________
`,
  expected: [
    ['Reference:', 'incident.id'],
    ['Date of incident', 'incident.date'],
    ['Severity', 'incident.severity'],
    ['Start time', 'incident.start'],
    ['End time', 'incident.end'],
    ['Prepared by', 'document.authors'],
    ['1. ___', 'actions.text'],
  ],
};

/** Comments as help below bare headings. */
const comments: InventedForm = {
  name: 'comments',
  source: `# Incident: <short title>

<!-- Keep it blameless. -->

## Summary

<!-- Two sentences for somebody who was on holiday. -->

## Customer impact

<!-- Who noticed, and how? -->

## Timeline

<!-- Times in UTC, one line for each event. -->

## Contributing factors

<!-- Not only the last one. -->

## Follow-ups

- [ ] <what> (owner: <who>, due: <YYYY-MM-DD>)
`,
  expected: [
    ['# Incident: <short title>', 'incident.title'],
    ['<!-- Two sentences', 'summary.text'],
    ['<!-- Who noticed', 'impact.customers.text'],
    ['- [ ] <what>', 'actions.owner'],
    ['- [ ] <what>', 'actions.due'],
    ['<!-- Not only', 'factors.text'],
  ],
};

/** A form in German, with a table of fields. */
const german: InventedForm = {
  name: 'german',
  source: `# Störungsbericht

| Feld | Angabe |
| --- | --- |
| Datum | TT.MM.JJJJ |
| Schweregrad | hoch / mittel / niedrig |
| Dauer | X Stunden |
| Betroffene Systeme | |

## Zusammenfassung

[Was ist passiert?]

## Zeitlicher Ablauf

| Uhrzeit | Ereignis |
| --- | --- |
| HH:MM | |

## Ursache

[Warum?]

## Maßnahmen

| Maßnahme | Verantwortlich | Termin |
| --- | --- | --- |
| | | |
`,
  expected: [
    ['| Datum', 'incident.date'],
    ['| Schweregrad', 'incident.severity'],
    ['| Dauer', 'claims.duration'],
    ['| Betroffene', 'incident.services'],
    ['| Uhrzeit', 'timeline.time'],
    ['| Uhrzeit', 'timeline.text'],
    ['[Warum?]', 'rootCause.primary'],
    ['| Maßnahme', 'actions.owner'],
    ['| Maßnahme', 'actions.due'],
  ],
};

/** A form inside a code block of a guide. */
const fenced: InventedForm = {
  name: 'fenced',
  source: `# How we write reviews

Copy this into a new page after every incident, and fill it in within two days.

\`\`\`markdown
# Review: {{ title }}

- Severity: {{ severity }}
- Detected at: {{ detected_at }}
- Resolved at: {{ resolved_at }}

## Summary

{{ summary }}

## Timeline

- {{ time }} - {{ event }}

## Lessons learned

- {{ lesson }}
\`\`\`
`,
  expected: [
    ['# Review:', 'incident.title'],
    ['- Severity', 'incident.severity'],
    ['- Resolved at', 'incident.end'],
    ['{{ summary }}', 'summary.text'],
    ['- {{ time }}', 'timeline.time'],
    ['- {{ lesson }}', 'lessons.text'],
  ],
};

/** Every invented form. */
export const inventedForms = [underscores, comments, german, fenced, ...askingForms];
