import type { Finding, FindingSeverity } from '../record/finding.ts';

/** Words for how much a finding matters, worst first. */
const severityWords: [FindingSeverity, string][] = [
  ['error', 'Error'],
  ['warning', 'Warning'],
  ['note', 'Note'],
];

const lineless = Number.MAX_SAFE_INTEGER;

/** Findings, worst first and then in the order of the document. */
export function sortedFindings(findings: Finding[]): Finding[] {
  const rank = (finding: Finding) => severityWords.findIndex(([severity]) => severity === finding.severity);
  return findings.toSorted((a, b) => rank(a) - rank(b) || (a.line ?? lineless) - (b.line ?? lineless));
}

/** `Warning`, as a word that stands beside the colour. */
export const severityWord = (finding: Finding): string =>
  severityWords.find(([each]) => each === finding.severity)?.[1] ?? 'Note';

/** `zone.unstated · line 14`. */
export const findingPlace = (finding: Finding): string =>
  finding.code + (finding.line === undefined ? '' : ` · line ${finding.line}`);
