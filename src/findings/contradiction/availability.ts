import { formatDuration } from '../../values/duration.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import { availabilityInProse } from './availability-prose.ts';
import { monthlyFields } from './monthly.ts';

const code: Code = {
  code: 'contradiction.downtime-availability',
  severity: 'warning',
  sentence: 'The stated availability leaves less room than the stated downtime needs.',
  remedy: 'Correct the availability or the downtime, or name the window and the share of requests that failed.',
};

/** The longest window an availability is usually given for; a longer one is only taken when the policy names it. */
const windowDays = (window: string | undefined): number =>
  Math.max(31, Number(/^(\d{1,3})d$/.exec(window ?? '')?.[1] ?? 0));

function claimed(context: Context): Finding[] {
  const find = (figure: string, unit: string) =>
    context.claims.findIndex(
      (claim) => claim.figure === figure && claim.unit === unit && claim.origin === 'label' && !claim.qualifier,
    );
  const [down, up] = [find('downtime', 'seconds'), find('availability', 'percent')];
  const [downtime, available] = [context.claims[down], context.claims[up]];
  if (downtime?.value === undefined || available?.value === undefined) return [];
  const room = windowDays(context.policy.slo?.window) * 86_400;
  const digits = /\.(\d+)/.exec(available.text)?.[1]?.length ?? 0;
  const lowest = available.value - 0.5 * 10 ** -digits;
  if ((100 * (room - downtime.value)) / room >= lowest || /partial|degrad|some|%/i.test(downtime.text)) return [];
  const allowed = formatDuration((room * (100 - available.value)) / 100);
  return [
    context.report(code, {
      message: say`The document states an availability of ${available.value}%, which over ${room / 86_400} days leaves ${allowed}, and a downtime of ${formatDuration(downtime.value)}.`,
      path: `claims[${up}]`,
      line: available.line,
      cites: [`claims[${up}]`, `claims[${down}]`],
    }),
  ];
}

/** Availability over a month at most cannot be higher than one minus downtime over that month. */
export const availability: Check = {
  codes: [code],
  run(context) {
    const found = claimed(context);
    if (found.length > 0) return found;
    const fields = monthlyFields(context, code);
    return fields.length > 0 ? fields : availabilityInProse(context, code);
  },
};
