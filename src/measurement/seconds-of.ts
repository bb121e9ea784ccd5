const unitSeconds: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Whole seconds of a length of time as Prometheus writes it (`15s`, `1m30s`); undefined for anything else. */
export function secondsOf(text: string): number | undefined {
  if (!/^(?:\d{1,6}[smhd])+$/.test(text.trim())) return undefined;
  const parts = [...text.matchAll(/(\d+)([smhd])/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (unitSeconds[unit ?? 's'] ?? 1), 0);
}
