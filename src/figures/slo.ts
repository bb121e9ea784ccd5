import { calendarMonth } from '../values/span.ts';

/** Arithmetic of service level objectives after the Google SRE Workbook, chapter "Alerting on SLOs". Ratios are 0 to 1. */
const daySeconds = 86_400;

/** Length of an SLO window in seconds: `28d`, `30d`, `31d`, or `calendar-month`, the month (UTC) that holds the instant. */
export function windowSeconds(window: string, atMs: number): number | undefined {
  const days = /^(\d{1,3})d$/.exec(window.trim())?.[1];
  if (days !== undefined) return Number(days) > 0 ? Number(days) * daySeconds : undefined;
  if (window.trim() !== 'calendar-month' || Number.isNaN(atMs)) return undefined;
  const { fromMs, toMs } = calendarMonth(atMs);
  return (toMs - fromMs) / 1000;
}

/** Seconds that may be bad in a window: (1 - objective) x window. `objective` in percent; 99.9 over 30 days is 2592. */
export function errorBudgetSeconds(objective: number, window: number): number {
  return (window * (100 - objective)) / 100;
}

/** Share of the budget that bad seconds have used, in percent; more than 100 when overspent. */
export function consumedPercent(badSeconds: number, budgetSeconds: number): number {
  return (badSeconds / budgetSeconds) * 100;
}

/** How many times faster than allowed the budget burns: error ratio / (1 - objective). */
export function burnRate(errorRatio: number, objective: number): number {
  return (errorRatio * 100) / (100 - objective);
}

/** Seconds until a full budget is gone at this rate: window / burn rate. 14.4 over 30 days is 50 hours. */
export function secondsToExhaustion(window: number, rate: number): number {
  return window / rate;
}
