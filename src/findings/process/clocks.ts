import type { Standing } from '../../clocks/index.ts';
import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';

const unproven: Code = {
  code: 'reporting.unproven',
  severity: 'warning',
  sentence: 'The time of a law or a contract has run out, and nothing shows that it was kept.',
  remedy: 'Settle the clock with its proof and the reason for the delay, or say why it does not apply.',
};
const noStart: Code = {
  code: 'reporting.no-start',
  severity: 'warning',
  sentence: 'A clock applies, and nothing says when it began.',
  remedy: 'Say when you became aware, or confirm what the timeline suggests.',
};

const nameOf = ({ rule }: Standing) => say`${rule.regime} (${rule.what})`;
const pathOf = ({ applies, start, suggested }: Standing): string | undefined =>
  applies.path ?? start?.path ?? suggested?.path;

function findingOf(context: Context, clock: Standing): Finding[] {
  const { state, until, rule } = clock;
  if (state === 'overdue' && until !== null)
    return [
      context.report(unproven, {
        message: say`${nameOf(clock)} ran out at ${until}, and nothing shows that it was done.`,
        path: pathOf(clock),
      }),
    ];
  // What follows another report waits for that one, and begins by itself.
  const isChained = typeof rule.from === 'object' && 'done' in rule.from;
  if (state !== 'waiting' || isChained) return [];
  return [
    context.report(noStart, {
      message: say`${nameOf(clock)} applies, and nothing says when it began to count.`,
      path: pathOf(clock),
    }),
  ];
}

/** Clocks of laws and contracts. A document alone has none: what was said of them stands on the server. */
export const clocks: Check = {
  codes: [unproven, noStart],
  run: (context) => (context.clocks ?? []).flatMap((clock) => findingOf(context, clock)),
};
