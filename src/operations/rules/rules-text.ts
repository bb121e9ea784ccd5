import { z } from 'zod';
import { readRules, type Rules } from '../../correlation/index.ts';

/** What holds until a team writes rules of its own: the same as `defaultRules`. */
export const defaultRulesText = `# The first rule that fits and finds what it needs decides. Without one, a signal waits for a person.
#   when:  source, service, severity, condition, text, hook (a value or a list; * stands for any letters), state: open or closed
#   do:  join (by: condition or service, withinHours: 24), open (template, title, severity), leave, ignore
rules:
  - name: The same alert
    do: join
    by: condition
  - name: The same service
    do: join
    by: service
`;

/** The text of rules that can be read. */
export const RulesText = z
  .string()
  .max(100_000)
  .superRefine((text, context) => {
    const read = readRules(text);
    if ('problems' in read)
      for (const { line, reason, advice } of read.problems.slice(0, 20))
        context.addIssue({ code: 'custom', message: `line ${line}: ${reason}. ${advice}` });
  });

/** The rules of a text that was checked when it was set. */
export function rulesOf(text: string): Rules['rules'] {
  const read = readRules(text);
  return 'rules' in read ? read.rules.rules : [];
}
