import { toEpochMs } from '../values/instant.ts';
import { readPercent } from '../values/percent.ts';
import type { FigureContext } from './family.ts';
import { momentWindow } from './moment-window.ts';

/** A value the record states, and where. */
export type Stated = { value: number; path: string };

const availabilityWords = /availab|uptime/i;
const errorRateWords = /(?:error|failure)[ -]?rate|errorRate/i;

/** The availability objective in percent: what the document states, else the template's policy. */
export function objectiveOf({ record, policy }: FigureContext): Stated | undefined {
  for (const [index, level] of (record.serviceLevels ?? []).entries()) {
    if (!availabilityWords.test(level.indicator ?? '') || level.target === undefined) continue;
    const value = readPercent(level.target);
    if (value !== undefined) return { value, path: `serviceLevels[${index}].target` };
  }
  return policy.slo === undefined ? undefined : { value: policy.slo.objective, path: 'policy.slo.objective' };
}

/** The window that the availability objective is stated over (`99.9 % over 28d`); undefined where it does not say. */
export function windowOf({ record }: FigureContext): string | undefined {
  for (const { indicator, target } of record.serviceLevels ?? []) {
    if (!availabilityWords.test(indicator ?? '')) continue;
    const window = /\bover (\d{1,3}d|calendar-month)\b/.exec(target ?? '')?.[1];
    if (window !== undefined) return window;
  }
  return undefined;
}

/** The error ratio during the incident, above 0 and up to 1. A rate of 0 counts as not stated: no samples is not zero errors. */
export function errorRatioOf({ record }: FigureContext): Stated | undefined {
  for (const [index, { name, during }] of (record.metrics ?? []).entries()) {
    const ratio = ratioIn(name, during);
    if (ratio !== undefined) return { value: ratio, path: `metrics[${index}].during` };
  }
  for (const [index, { indicator, value }] of (record.serviceLevels ?? []).entries()) {
    const ratio = ratioIn(indicator, value);
    if (ratio !== undefined) return { value: ratio, path: `serviceLevels[${index}].value` };
  }
  return undefined;
}

function ratioIn(name: string | undefined, text: string | undefined): number | undefined {
  const percent = text === undefined || !errorRateWords.test(name ?? '') ? undefined : readPercent(text);
  return percent !== undefined && percent > 0 && percent <= 100 ? percent / 100 : undefined;
}

/** When the incident was, for the calendar month it counts in; NaN when no date is stated. */
export function incidentMs({ record, milestones }: FigureContext): number {
  const moments = [
    milestones.get('impactStarted')?.chosen?.moment,
    milestones.get('detected')?.chosen?.moment,
    record.incident?.start,
  ];
  for (const moment of moments) {
    const window = moment === undefined ? undefined : momentWindow(moment);
    if (window !== undefined) return window.lowMs;
  }
  return toEpochMs(record.incident?.date ?? '');
}
