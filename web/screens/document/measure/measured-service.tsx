import type { Measured } from '../../../../src/operations/measure/measure.ts';
import { formatAt } from '../../../../src/values/instant.ts';
import { addressOfCall } from '../../../api/call.ts';
import { Edged } from '../../../parts/edged.tsx';
import { told } from '../../../parts/told.ts';
import { words } from '../../../words/index.ts';
import { DrawnChart } from './drawn-chart.tsx';
import style from './measure.module.css';

type Service = Measured['services'][number];

const timeText = (ms: number): string => words.common.utc(formatAt(ms).replace('T', ' ').replace('Z', ''));

function Verdicts({ outage, invariants, transitions }: Service) {
  const { measure } = words.services;
  return (
    <ul className={style.verdicts}>
      <li>
        {outage === null
          ? measure.noOutage
          : measure.outage(
              timeText(outage.fromMs),
              timeText(outage.recoveredMs),
              (outage.recoveredMs - outage.fromMs) / 1000,
            )}
      </li>
      {invariants.map(({ id, status, firstMs }) => (
        <li key={id}>
          {status === 'PASS'
            ? measure.passed(id)
            : firstMs === null
              ? measure.unknown(id)
              : measure.failed(id, timeText(firstMs))}
        </li>
      ))}
      {transitions === 0 ? null : <li>{measure.transitions(transitions)}</li>}
    </ul>
  );
}

/** What one service's monitoring said, and what it could not be asked. */
export function MeasuredService(props: Service & { incident: string }) {
  const { incident, service, samples, svg, problems } = props;
  const { measure } = words.services;
  return (
    <section className={style.service} aria-label={service}>
      <h3>{service}</h3>
      {samples === null ? null : <Verdicts {...props} />}
      {svg === null ? null : <DrawnChart svg={svg} label={measure.chart(service)} />}
      {samples === null ? null : (
        <p>
          <a href={addressOfCall('evidence.download', { incident, evidence: samples })}>{measure.samples}</a>{' '}
          <code className={style.hash}>{samples.slice(0, 12)}</code>
        </p>
      )}
      {problems.map(({ query, message, remedy, says }) => {
        const { title, detail } = (says ?? {}) as { title?: unknown; detail?: unknown };
        return (
          <Edged key={query} as="p" tone="warning">
            <strong>
              {measure.notAsked}: {query}.
            </strong>{' '}
            {told(message, title)} {told(remedy, detail)}
          </Edged>
        );
      })}
    </section>
  );
}
