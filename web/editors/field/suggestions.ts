/** Words that a field often holds, offered while somebody writes; any other word may be written too. */
const suggested: { paths: RegExp; offered: readonly string[] }[] = [
  { paths: /^actions\.status$/, offered: ['open', 'inProgress', 'done', 'blocked'] },
  { paths: /\.priority$/, offered: ['critical', 'high', 'medium', 'low'] },
  { paths: /\.horizon$/, offered: ['Immediate', 'Short-term', 'Long-term'] },
  { paths: /^incident\.severity$/, offered: ['critical', 'high', 'medium', 'low'] },
  { paths: /^incident\.type$/, offered: ['outage', 'security', 'data', 'performance'] },
  { paths: /^timeline\.phase$/, offered: ['detection', 'investigation', 'mitigation', 'recovery'] },
  { paths: /^invariants\.status$/, offered: ['PASS', 'FAIL'] },
  { paths: /^transitions\.(?:from|to)$/, offered: ['closed', 'open', 'half-open'] },
  {
    paths:
      /^(?:incident\.dataCompromised|impact\.business\.slaBreach|obligations\.required|targets\.met|audit\.chainIntact)$/,
    offered: ['Yes', 'No', 'Unknown'],
  },
  { paths: /^(?:impact\.regulatory\.reportingRequired|culture\.\w+|processCheck\.\w+)$/, offered: ['Yes', 'No'] },
];

/** Words to offer for a field by its path in the record; none for most. */
export const suggestionsFor = (path: string): readonly string[] =>
  suggested.find(({ paths }) => paths.test(path))?.offered ?? [];
