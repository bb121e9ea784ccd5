import { z } from 'zod';
import { type ClockRule, OwnRules, rulesWith } from '../../clocks/index.ts';
import { readYaml } from '../read-yaml.ts';

/** What holds until a team writes rules of its own. */
export const defaultClocksText = `# Your own clocks, beside those that come along (docs/clocks.md says what each line means).
# One with the id of a built-in clock takes its place; those named in "without" are left out.
without: []
rules: []
#  - id: acme-first-report
#    regime: Acme contract
#    tell: Acme, service desk
#    what: First report of a severe outage
#    severities: [SEV1, S1]
#    from: declared
#    within: 4h
#    cite: Master agreement of 2026, § 7.2
`;

/** The rules of a text as somebody writes it, or what is wrong with it first. */
export function readOwnRules(text: string): { rules: ClockRule[] } | { line: number; reason: string } {
  const read = readYaml(text, OwnRules);
  return 'value' in read ? { rules: rulesWith(read.value) } : read;
}

/** The text of rules that can be read. */
export const ClocksText = z
  .string()
  .max(100_000)
  .superRefine((text, context) => {
    const read = readOwnRules(text);
    if ('reason' in read) context.addIssue({ code: 'custom', message: `line ${read.line}: ${read.reason}` });
  });
