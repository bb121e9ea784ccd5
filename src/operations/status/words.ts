/** How far the handling of an incident is, in the words that status pages share. */
export const reportStatuses = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/** How bad it is for those who use it, from the least to the most. */
export const impacts = ['none', 'minor', 'major', 'critical'] as const;
export type ReportImpact = (typeof impacts)[number];

/** How a component is, from the best to the worst. */
export const componentStates = ['operational', 'degraded_performance', 'partial_outage', 'major_outage'] as const;
export type ComponentState = (typeof componentStates)[number];

/** States and statuses as a reader sees them. */
export const statusWords: Readonly<Record<ReportStatus | ComponentState, string>> = {
  investigating: 'Investigating',
  identified: 'Identified',
  monitoring: 'Monitoring',
  resolved: 'Resolved',
  operational: 'Operational',
  degraded_performance: 'Degraded performance',
  partial_outage: 'Partial outage',
  major_outage: 'Major outage',
};

/** What the whole page says, by the worst that is open. */
export const indicatorWords: Readonly<Record<ReportImpact, string>> = {
  none: 'All systems operational',
  minor: 'Minor disruption',
  major: 'Partial outage',
  critical: 'Major outage',
};
