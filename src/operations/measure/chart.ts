import { type SeriesLane, type SeriesPicture, seriesChart } from '../../charts/series.ts';
import type { Palette } from '../../charts/palette.ts';
import type { MeasuredIndicator, Measurement } from '../../measurement/measurement.ts';
import { wholeOf } from '../../measurement/periods.ts';
import { numbersOf } from '../../measurement/series.ts';
import { valueText } from '../../measurement/value-text.ts';

/** Availability and error ratio have the objective drawn in. */
function laneOf({ indicator, samples }: MeasuredIndicator, objective: number | undefined): SeriesLane {
  const { name, metric, unit } = indicator;
  const limits: { [name: string]: number | undefined } =
    objective === undefined ? {} : { availability: objective / 100, errorRatio: 1 - objective / 100 };
  return {
    label: metric,
    points: numbersOf(samples),
    limit: limits[name],
    valueText: (value) => valueText(Number(value.toPrecision(9)), unit),
  };
}

/** A measurement as a picture: its indicators, and when invariants broke and circuit breakers changed. */
export function pictureOf(measurement: Measurement): SeriesPicture {
  const { service, periods, stepSeconds, indicators, invariants, breakers } = measurement;
  const broken = invariants.flatMap(({ invariant: { id }, verdict: { firstMs } }) =>
    firstMs === undefined ? [] : [{ ms: firstMs, label: `${id} violated` }],
  );
  const changed = breakers.flatMap(({ name, changes }) =>
    changes.map(({ ms, to }) => ({ ms, label: `${name} ${to}` })),
  );
  return {
    title: `${service.name}: before, during and after the incident`,
    ...wholeOf(periods),
    during: periods.during,
    stepMs: stepSeconds * 1000,
    lanes: indicators.map((each) => laneOf(each, service.objective)),
    marks: [...broken, ...changed],
  };
}

/** As SVG; undefined for a service without indicators. */
export const chartOf = (measurement: Measurement, palette: Palette): string | undefined =>
  measurement.indicators.length === 0 ? undefined : seriesChart(pictureOf(measurement), { palette });
