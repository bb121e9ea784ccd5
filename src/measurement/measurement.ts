import type { Indicator } from './indicator.ts';
import type { BadTime } from './bad-time.ts';
import type { PeriodValue } from './period-values.ts';
import type { PeriodName, Periods } from './periods.ts';
import type { Sample, Series } from './series.ts';
import type { Service, ServiceInvariant } from './service.ts';
import type { BreakerChange } from './transitions.ts';
import type { Verdict } from './violations.ts';

/** One indicator of a service: each period as one value, and the samples over all of them. */
export type MeasuredIndicator = {
  indicator: Indicator;
  query: string;
  values: { [period in PeriodName]?: PeriodValue };
  samples: Sample[];
};

export type MeasuredInvariant = { invariant: ServiceInvariant; verdict: Verdict; series: Series[] };
export type MeasuredBreaker = { name: string; query: string; changes: BreakerChange[]; series: Series[] };

/** When the objective was missed: from the first bad sample until it was good again. */
export type MeasuredOutage = BadTime & {
  recoveredMs: number;
  indicator: 'availability' | 'errorRatio';
  /** Samples around both ends, closer together than the others. */
  closer: Sample[];
};

/** What one service's monitoring says of an incident. Nothing in it hangs on when it was asked. */
export type Measurement = {
  service: Service;
  periods: Periods;
  stepSeconds: number;
  outage?: MeasuredOutage;
  indicators: MeasuredIndicator[];
  invariants: MeasuredInvariant[];
  breakers: MeasuredBreaker[];
};
