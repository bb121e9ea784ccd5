/** Labels that name a service, most telling first. */
const serviceLabels = ['service', 'service_name', 'app', 'app_kubernetes_io_name', 'application', 'component', 'job'];
/** Labels that name what was hit when no service is named. */
const targetLabels = ['deployment', 'statefulset', 'daemonset', 'instance', 'host', 'node', 'pod', 'namespace'];

/** Reads one text label; numbers and booleans count as their text, anything else as absent. */
export function label(texts: Record<string, unknown>, name: string): string | undefined {
  const value = Object.hasOwn(texts, name) ? texts[name] : undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Whose exporters are known: a team may well have an `invoice-exporter` of its own. */
const measured =
  'node|windows|process|blackbox|snmp|ipmi|smartctl|statsd|graphite|collectd|jmx|json|ssl|x509|mysqld?|mariadb|postgres(?:ql)?|pgbouncer|redis|valkey|mongo(?:db)?|elasticsearch|opensearch|kafka|rabbitmq|nats|zookeeper|cassandra|memcached|nginx|apache|haproxy|varnish|php-fpm|consul|vault|cloudwatch|yace|stackdriver|azure|github|gitlab|jenkins|celery|bind|unbound|dcgm|nvidia|libvirt|ceph|event|kube-event|metrics?';

/** What measures others: an exporter, and jobs named for how they find their targets. It names who was asked, not what was hit. */
const scraper = new RegExp(
  String.raw`(?:^|[-_./])(?:(?:${measured})[-_]exporters?|kube-state-metrics|cadvisor|kubelet|pushgateway|blackbox|kubernetes-(?:pods|nodes|service-endpoints))(?:[-_]\d{1,5})?$`,
  'i',
);
/** Of these the ones whose own address stands in `instance`: that of the thing measured is not known to them. */
const reporter = /(?:kube-state-metrics|cadvisor|kubelet|pushgateway)(?:[-_]\d{1,5})?$/i;

const letters = (name: string) => name.toLowerCase().replaceAll(/[^a-z\d]/g, '');

/** True when a value names what measures, unless the alert is about just that: TargetDown, KubeletDown, NodeExporterDown. */
function isScraper(labels: Record<string, unknown>, value: string): boolean {
  const about = label(labels, 'alertname') ?? '';
  return scraper.test(value) && !/^(?:target|scrape)/i.test(about) && !letters(about).includes(letters(value));
}

const first = (labels: Record<string, unknown>, names: string[]) =>
  names.map((name) => label(labels, name)).find((value) => value !== undefined && !isScraper(labels, value));

/** The service an alert speaks of, where a label names it; what measures it is none. */
export const serviceOf = (labels: Record<string, unknown>) => first(labels, serviceLabels);

/** What an alert speaks of: its service, else the thing that was hit; `job` last, as it often names the scraper. */
export function targetOf(labels: Record<string, unknown>): string | undefined {
  const isReported = serviceLabels.some((name) => reporter.test(label(labels, name) ?? ''));
  const targets = targetLabels.filter((name) => !isReported || name !== 'instance');
  const services = serviceLabels.filter((name) => name !== 'job');
  return first(labels, [...services, ...targets, 'job']) ?? label(labels, 'job');
}

/** Identity of an alert without a fingerprint: its labels, sorted. */
export function labelKey(labels: Record<string, unknown>): string {
  return JSON.stringify(
    Object.keys(labels)
      .sort()
      .map((name) => [name, label(labels, name) ?? null]),
  );
}
