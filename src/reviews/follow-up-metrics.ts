import type { PostmortemRecord } from '../record/record.ts';
import type { Comparison } from './compare.ts';
import type { ActionStanding } from './standing.ts';

/** A metric that the document wants looked at again, with what was computed for it beside what somebody wrote. */
export type MetricAgain = {
  metric: string;
  /** What stands in the document: a claim. */
  stated: string | null;
  /** In percent or as a count; null where nothing can be computed, `why` says what is missing. */
  value: number | null;
  unit: 'percent' | 'count';
  why: 'too-few' | 'people' | null;
  cites: string[];
};

type Facts = {
  actions: readonly ActionStanding[];
  similar: readonly { key: string }[];
  detect: Comparison;
  recover: Comparison;
};

const improved = ({ changePercent, after }: Comparison): Omit<MetricAgain, 'metric' | 'stated'> => ({
  value: changePercent === null ? null : -changePercent,
  unit: 'percent',
  why: changePercent === null ? 'too-few' : null,
  cites: after.dots.map(({ key }) => key),
});

function completion(actions: Facts['actions']): Omit<MetricAgain, 'metric' | 'stated'> {
  const counting = actions.filter(({ state }) => state !== 'dropped');
  const done = counting.filter(({ state }) => state !== 'open');
  const value = counting.length === 0 ? null : Math.round((done.length / counting.length) * 1000) / 10;
  return { value, unit: 'percent', why: value === null ? 'people' : null, cites: done.map(({ label }) => label) };
}

function computed(
  metric: string,
  { actions, similar, detect, recover }: Facts,
): Omit<MetricAgain, 'metric' | 'stated'> {
  const text = metric.slice(0, 200);
  if (/\bdetect/i.test(text)) return improved(detect);
  if (/\b(?:recover|resol|restor|mttr)/i.test(text)) return improved(recover);
  if (/\baction.{0,20}\b(?:complet|done|rate)/i.test(text)) return completion(actions);
  if (/\b(?:similar|repeat|recurr)/i.test(text) && !/prevent/i.test(text))
    return { value: similar.length, unit: 'count', why: null, cites: similar.map(({ key }) => key) };
  // What did not happen cannot be counted: people say how many were prevented.
  return { value: null, unit: 'count', why: 'people', cites: [] };
}

/** The metrics of the document that are looked at again, each with what the records say to it today. */
export const metricsAgain = ({ followUpMetrics = [] }: PostmortemRecord, facts: Facts): MetricAgain[] =>
  followUpMetrics.flatMap(({ metric = '', value }) =>
    metric.trim() === '' ? [] : [{ metric, stated: value ?? null, ...computed(metric, facts) }],
  );
