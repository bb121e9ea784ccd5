import { z } from 'zod';
import { builtinRules, ClockRule, concerns } from '../../clocks/index.ts';
import { requirePermission } from '../access/require.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { commonGround } from './ground.ts';

const Input = z.strictObject({});
const Output = z.object({
  /** What may be true of an organisation; the setting `clocks.organisation` says which is. */
  concerns: z.array(z.string()),
  /** The rules that hold. `origin`: it came along, is the team's own, or the team's in place of one that came along. */
  items: z.array(
    z.object({
      rule: ClockRule as unknown as z.ZodType<ClockRule>,
      origin: z.enum(['builtin', 'own', 'replaced']),
    }),
  ),
  /** Names of built-in clocks that the team left out. */
  without: z.array(z.string()),
});
export type ClockRules = z.infer<typeof Output>;

export const listClockRules: StoredOperation<z.infer<typeof Input>, ClockRules> = {
  name: 'clock.rules',
  sentence: 'List the rules of clocks that hold on this server, each with its citation.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/clocks/rules' },
  run: async (context) => {
    requirePermission(context, 'incident.see');
    const { rules } = await commonGround(context);
    const builtin = new Map(builtinRules.map((rule) => [rule.id, rule]));
    const names = new Set(rules.map(({ id }) => id));
    return {
      concerns: [...concerns],
      items: rules.map((rule) => {
        const original = builtin.get(rule.id);
        return { rule, origin: original === undefined ? 'own' : original === rule ? 'builtin' : 'replaced' };
      }),
      without: [...builtin.keys()].filter((id) => !names.has(id)),
    };
  },
};
