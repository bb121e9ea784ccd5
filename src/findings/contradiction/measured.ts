import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { quote } from '../words.ts';

const code: Code = {
  code: 'contradiction.measured',
  severity: 'warning',
  sentence: 'The document says something else than what the monitoring of the service measured.',
  remedy:
    'Put the measured value in, or say of what else the stated one is: another place, another time, other requests.',
};

type Amount = { value: number; unit: string };
type Entry = { [field: string]: unknown };

const form = /^[~≈]?\s*(\d{1,12}(?:\.\d{1,6})?)\s*(%|ms|s|req\/s)$/i;

/** A value with a unit that can be compared: a duration in milliseconds. Ranges and words are nobody's contradiction. */
function amountOf(text: string): Amount | undefined {
  const [, digits = '', unit = ''] = form.exec(text.trim()) ?? [];
  if (digits === '') return undefined;
  const value = Number(digits);
  return unit.toLowerCase() === 's' ? { value: value * 1000, unit: 'ms' } : { value, unit: unit.toLowerCase() };
}

/** People round: a tenth is no contradiction. Of a percentage it is a tenth of what is lacking, or of what is there. */
function differ(stated: Amount, measured: Amount): boolean {
  const apart = Math.abs(stated.value - measured.value);
  if (stated.unit !== '%') return apart > 0.1 * Math.max(stated.value, measured.value);
  const share = ({ value }: Amount) => Math.min(value, 100 - value);
  return apart > 0.1 * Math.max(share(stated), share(measured)) + 0.05;
}

/** `before 0 %, during 60 %, after 0 %` by field. */
function byField(measured: string, fields: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of measured.split(', ')) {
    const field = fields.find((each) => part.startsWith(`${each} `));
    if (field !== undefined) found.set(field, part.slice(field.length + 1));
  }
  return found;
}

function ofValues(
  context: Context,
  key: 'metrics' | 'serviceLevels',
  name: string,
  fields: readonly string[],
): Finding[] {
  return ((context.record[key] ?? []) as Entry[]).flatMap((entry, index) =>
    [...byField(String(entry['measured'] ?? ''), fields)].flatMap(([field, measured]) => {
      const stated = entry[field];
      const [one, other] = [typeof stated === 'string' ? amountOf(stated) : undefined, amountOf(measured)];
      if (one === undefined || other === undefined || one.unit !== other.unit || !differ(one, other)) return [];
      const path = `${key}[${index}].${field}`;
      const what = quote(String(entry[name] ?? ''));
      return [
        context.report(code, {
          message: say`The document says ${quote(String(stated))} for ${what}, and ${quote(measured)} was measured.`,
          path,
          cites: [path, `${key}[${index}].evidence`],
        }),
      ];
    }),
  );
}

function ofInvariants(context: Context): Finding[] {
  return (context.record.invariants ?? []).flatMap(({ name = '', status, measured = '' }, index) => {
    const verdict = /^(?:PASS|FAIL)\b/.exec(measured)?.[0];
    const stated = /^(?:PASS|FAIL)/i.exec(status ?? '')?.[0].toUpperCase();
    if (verdict === undefined || stated === undefined || stated === verdict) return [];
    return [
      context.report(code, {
        message: say`The document says ${quote(stated)} for ${quote(name)}, and ${quote(verdict)} was measured.`,
        path: `invariants[${index}].status`,
        cites: [`invariants[${index}].status`, `invariants[${index}].evidence`],
      }),
    ];
  });
}

/** What a person states of a metric, a level or an invariant, against what stands measured in the same row. */
export const measured: Check = {
  codes: [code],
  run: (context) => [
    ...ofValues(context, 'metrics', 'name', ['before', 'during', 'after']),
    ...ofValues(context, 'serviceLevels', 'indicator', ['value', 'p95', 'p99']),
    ...ofInvariants(context),
  ],
};
