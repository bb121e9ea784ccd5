/** A storm as a generator makes it, and what has to be left of it: deliveries, signals, and how often those are told in all. */
export type Storm = {
  bodies: (sender: number) => Generator<string>;
  deliveries: number;
  kept: number;
  signals: number;
  tellings: number;
};

const started = Date.UTC(2026, 2, 4, 14);

function alertBody(alert: number, sending: number, endedAt: string | undefined): string {
  const service = `service-${alert % 40}`;
  const labels = { alertname: `HighErrorRate${alert % 12}`, severity: alert % 3 ? 'warning' : 'critical', service };
  const instance = { ...labels, instance: `10.0.${alert % 250}.${alert % 200}:9090`, pod: `${service}-7f9c-${alert}` };
  const status = endedAt === undefined ? 'firing' : 'resolved';
  return JSON.stringify({
    receiver: 'hindcast',
    status,
    alerts: [
      {
        status,
        labels: instance,
        annotations: {
          summary: `5xx ratio of ${service} is ${sending % 100} %`,
          description: 'For ten minutes more than 5 % of requests have failed.',
          runbook_url: 'https://runbooks.example.org/errors',
        },
        startsAt: new Date(started + alert * 1000).toISOString(),
        endsAt: endedAt ?? '0001-01-01T00:00:00Z',
        generatorURL: 'https://prometheus.example.org/graph?g0.expr=errors',
        fingerprint: alert.toString(16).padStart(16, '0'),
      },
    ],
    groupLabels: { alertname: labels.alertname },
    commonLabels: labels,
    commonAnnotations: {},
    externalURL: 'https://alertmanager.example.org',
    version: '4',
    groupKey: `{}/{sending="${sending}"}:{alertname="${labels.alertname}"}`,
    truncatedAlerts: 0,
  });
}

/**
 * So many deliveries of so many senders. Of each ten: one alert is told for the first time, four tell it again in other bytes, one
 * says that it ended, and four are those before once more, as a sender does that waited too long.
 */
export function storm(deliveries: number, senders: number): Storm {
  const own = deliveries / senders;
  const rounds = own / 10;
  if (!Number.isInteger(rounds)) throw new RangeError(`${deliveries} by ${senders} senders are not tens`);
  function* bodies(sender: number): Generator<string> {
    for (let round = 0; round < rounds; round += 1) {
      const alert = sender * rounds + round;
      const ended = new Date(started + alert * 1000 + 600_000).toISOString();
      const six = [0, 1, 2, 3, 4].map((sending) => alertBody(alert, sending, undefined));
      six.push(alertBody(alert, 5, ended));
      yield* six;
      yield* [six[1], six[5], six[3], six[0]] as string[];
    }
  }
  return {
    bodies,
    deliveries,
    kept: senders * rounds * 6,
    signals: senders * rounds * 2,
    tellings: senders * rounds * 7,
  };
}
