/** UTC, GMT+1, +05:30, UTC-8: zones whose offset never changes. */
const fixedZone = /^(?:(?:utc|gmt|z|zulu|etc\/utc|etc\/gmt)\s?)?(?:([+\-−])(\d{1,2})(?::?(\d{2}))?)?$/i;
/** Europe/London, America/Argentina/Salta. Abbreviations such as CET are no zones: what they mean hangs on the place. */
const ianaName = /^[A-Za-z_]{1,30}(?:\/[A-Za-z0-9_+-]{1,30}){1,2}$/;
const offsetText = /GMT(?:([+-])(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?)?$/;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  const key = zone.toLowerCase();
  const cached = formatters.get(key);
  if (cached !== undefined) return cached;
  if (!ianaName.test(zone)) return undefined;
  try {
    const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', timeZoneName: 'longOffset' });
    formatters.set(key, made);
    return made;
  } catch {
    return undefined; // the name has the look of a zone and is none
  }
}

function toMs(sign: string | undefined, hours = '0', minutes = '0', seconds = '0'): number {
  const size = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000;
  return sign === undefined || sign === '+' || size === 0 ? size : -size;
}

/** Milliseconds by which `zone` is ahead of UTC at the instant; undefined when the zone is not known. */
export function zoneOffsetMs(zone: string, epochMs: number): number | undefined {
  if (zone === 'UTC' || zone === 'Z') return 0;
  const name = zone.trim();
  const fixed = name === '' ? null : fixedZone.exec(name);
  if (fixed !== null) return toMs(fixed[1], fixed[2], fixed[3]);
  const formatter = formatterOf(name);
  if (formatter === undefined || !Number.isFinite(epochMs)) return undefined;
  const found = offsetText.exec(formatter.format(epochMs));
  return found === null ? undefined : toMs(found[1], found[2], found[3], found[4]);
}

/** True when the offset of the zone can be told: UTC, a fixed offset, or an IANA name. */
export function isKnownZone(zone: string | undefined): boolean {
  return zone !== undefined && zoneOffsetMs(zone, 0) !== undefined;
}
