/** Labels that name a service, most telling first. */
const serviceLabels = ['service', 'service_name', 'app', 'app_kubernetes_io_name', 'application', 'component', 'job'];
/** Labels that name what was hit when no service is named. */
const targetLabels = ['deployment', 'statefulset', 'instance', 'host', 'node', 'pod', 'namespace'];

/** Reads one text label; numbers and booleans count as their text, anything else as absent. */
export function label(texts: Record<string, unknown>, name: string): string | undefined {
  const value = Object.hasOwn(texts, name) ? texts[name] : undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

const first = (texts: Record<string, unknown>, names: string[]) =>
  names.map((name) => label(texts, name)).find((value) => value !== undefined);

/** The service an alert speaks of, where a label names it. */
export const serviceOf = (labels: Record<string, unknown>) => first(labels, serviceLabels);
/** What an alert speaks of: its service, else the thing that was hit; `job` last, as it often names the scraper. */
export const targetOf = (labels: Record<string, unknown>) =>
  first(labels, [...serviceLabels.filter((name) => name !== 'job'), ...targetLabels, 'job']);

/** Identity of an alert without a fingerprint: its labels, sorted. */
export function labelKey(labels: Record<string, unknown>): string {
  return JSON.stringify(
    Object.keys(labels)
      .sort()
      .map((name) => [name, label(labels, name) ?? null]),
  );
}
