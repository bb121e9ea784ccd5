import { z } from 'zod';

/** One value, or any of several; `*` stands for any letters, and case is no matter. */
const Pattern = z.union([z.string().min(1).max(200), z.array(z.string().min(1).max(200)).min(1).max(50)]);

/** What a signal has to be for a rule; what is not named may be anything. */
export const When = z.strictObject({
  source: Pattern.optional(),
  service: Pattern.optional(),
  severity: Pattern.optional(),
  /** The name of an alert. */
  condition: Pattern.optional(),
  /** `open`: an alert that fired; `closed`: one that ended. */
  state: z.enum(['open', 'closed']).optional(),
  /** Its text. */
  text: Pattern.optional(),
  /** The name of the hook it came to. */
  hook: Pattern.optional(),
});
export type When = z.infer<typeof When>;

const named = { name: z.string().trim().min(1).max(100), when: When.default({}) };
const hours = z.number().min(0).max(8760);

/** One rule: the first whose `when` fits, and that finds what it needs, decides. */
export const Rule = z.discriminatedUnion('do', [
  z.strictObject({
    ...named,
    do: z.literal('join'),
    /** Which open incident: one that has the same alert, or one of the same service. */
    by: z.enum(['condition', 'service']).default('service'),
    /** How long after it began a signal may still belong to it. */
    withinHours: hours.default(24),
  }),
  z.strictObject({
    ...named,
    do: z.literal('open'),
    template: z.string().min(1).max(100).optional(),
    /** `{condition}`, `{service}`, `{severity}`, `{source}` and `{text}` stand for those of the signal. */
    title: z.string().min(1).max(300).default('{condition}'),
    /** The signal's severity to the incident's. */
    severity: z.record(z.string(), z.string()).default({}),
  }),
  z.strictObject({ ...named, do: z.literal('leave') }),
  z.strictObject({ ...named, do: z.literal('ignore') }),
]);
export type Rule = z.infer<typeof Rule>;

/** Rules in the order in which they are asked. */
export const Rules = z.strictObject({ rules: z.array(Rule).max(200) });
export type Rules = z.infer<typeof Rules>;

/** Without any written by the team: signals join the incident that there is, and nothing opens one by itself. */
export const defaultRules: Rules = {
  rules: [
    { name: 'The same alert', when: {}, do: 'join', by: 'condition', withinHours: 24 },
    { name: 'The same service', when: {}, do: 'join', by: 'service', withinHours: 24 },
  ],
};
