import type HolidaysOf from 'date-holidays';

/** `DE`, `DE-BY`, `US-CA`: a country of ISO 3166, and where it has them a state and a region. */
export const regionForm = /^[A-Z]{2}(?:-[A-Z0-9]{1,3}){0,2}$/;

const loaded = new Map<string, HolidaysOf>();
const known = new Map<string, ReadonlySet<string>>();

const keyOf = (region: string, year: number): string => `${region} ${year}`;

/** A year of a region. Public holidays, and the days that stand in for one that falls on a weekend. */
function yearOf(region: string, year: number): ReadonlySet<string> {
  const found = known.get(keyOf(region, year));
  if (found !== undefined) return found;
  const days = (loaded.get(region)?.getHolidays(year) ?? [])
    .filter(({ type, substitute }) => type === 'public' || substitute === true)
    .map(({ date }) => date.slice(0, 10));
  const made = new Set(days);
  known.set(keyOf(region, year), made);
  return made;
}

/**
 * Whether a day is a public holiday in one of some regions. The library behind it takes 40 MB and a tenth of a second, so that it
 * comes with the first region. A region that it does not know has no holidays.
 */
export async function holidaysIn(regions: readonly string[]): Promise<(day: string) => boolean> {
  const missing = regions.filter((region) => !loaded.has(region));
  if (missing.length > 0) {
    const { default: Holidays } = await import('date-holidays');
    for (const region of missing) {
      const [country = '', ...within] = region.split('-');
      const holidays = new Holidays();
      holidays.init(country, ...within);
      loaded.set(region, holidays);
    }
  }
  return (day) => regions.some((region) => yearOf(region, Number(day.slice(0, 4))).has(day));
}

/** Whether the library knows a region; one that it does not know would silently have no holidays. */
export async function isKnownRegion(region: string): Promise<boolean> {
  if (!regionForm.test(region)) return false;
  const { default: Holidays } = await import('date-holidays');
  const [country = '', state, within] = region.split('-');
  const all = new Holidays();
  if (!Object.hasOwn(all.getCountries() ?? {}, country)) return false;
  if (state !== undefined && !Object.hasOwn(all.getStates(country) ?? {}, state)) return false;
  return within === undefined || Object.hasOwn(all.getRegions(country, state ?? '') ?? {}, within);
}
