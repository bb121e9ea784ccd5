import { computeFigures } from '../../figures/index.ts';
import type { Figure } from '../../record/figure.ts';
import type { Policy } from '../../record/policy.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { toEpochMs } from '../../values/instant.ts';
import { causesOf } from '../review/neighbours.ts';
import { searchTexts } from '../search/texts.ts';

/** What is taken of an incident; times in seconds, shares in percent, null for what is not known. */
export type Taken = {
  /** RFC 3339 instant; null when the record states none. */
  at: string | null;
  severity: string;
  services: string[];
  causes: string[];
  detect: number | null;
  acknowledge: number | null;
  mitigate: number | null;
  resolve: number | null;
  written: number | null;
  budget: number | null;
  automation: number | null;
  costs: Record<string, number>;
};

// What rests on a milestone that nobody confirmed is no known figure.
const known = (figure: Figure | undefined): number | null =>
  figure?.status === 'known' ? (figure.seconds ?? figure.value ?? null) : null;

function startOf({ incident }: PostmortemRecord): string | null {
  const ms = toEpochMs(incident?.start?.at ?? incident?.date ?? '');
  const at = Number.isNaN(ms) ? '' : new Date(ms).toISOString();
  // Other years are no dates of the database.
  return /^[1-9]\d{3}-/.test(at) ? at : null;
}

function costsOf(total: Figure | undefined): Record<string, number> {
  const value = known(total);
  return value === null || total === undefined || total.unit === 'unknown' ? {} : { [total.unit]: value };
}

/** Takes what insights count from a record. Pure. */
export function takeFigures(record: PostmortemRecord, policy: Policy, now: string): Taken {
  const figures = computeFigures(record, policy, { now });
  const stated = record.incident?.severity ?? '';
  return {
    at: startOf(record),
    severity: (policy.severities[stated] ?? stated).toLowerCase().slice(0, 100).toWellFormed(),
    services: searchTexts({ incident: record.incident ?? {}, systems: record.systems ?? [] }).services,
    causes: causesOf(record).map((cause) => cause.slice(0, 100).toWellFormed()),
    detect: known(figures['timeToDetect']),
    acknowledge: known(figures['timeToAcknowledge']),
    mitigate: known(figures['timeToMitigate']),
    resolve: known(figures['timeToResolve']),
    written: known(figures['documentWrittenIn']),
    budget: known(figures['errorBudgetConsumed']),
    automation: known(figures['automationShare']),
    costs: costsOf(figures['costTotal']),
  };
}
