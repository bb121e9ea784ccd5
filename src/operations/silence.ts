import path from 'node:path';
import type { Finding } from '../record/finding.ts';
import type { Config } from './config.ts';

/** Findings to report, and how many the config silences. */
export type Silenced = { findings: Finding[]; silenced: number };

/**
 * Drops the findings that `hindcast.yaml` silences.
 * @param file path of the document from the config's folder, with `/`; a rule with `file` needs one
 */
export function silenceFindings(findings: Finding[], rules: Config['silence'], file?: string): Silenced {
  const applies = (rule: Config['silence'][number]) =>
    rule.file === undefined || (file !== undefined && path.posix.matchesGlob(file, rule.file));
  const codes = new Set(rules.filter(applies).map((rule) => rule.code));
  const kept = findings.filter((finding) => !codes.has(finding.code));
  return { findings: kept, silenced: findings.length - kept.length };
}
