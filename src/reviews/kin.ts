/** What makes incidents alike, as far as their records say it. */
export type Traits = { key: string; services: readonly string[]; causes: readonly string[] };

/** An incident that is like another one, and by what. */
export type Alike = { key: string; services: string[]; causes: string[] };

const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');

function shared(one: readonly string[], other: readonly string[]): string[] {
  const known = new Set(one.map(plain));
  return [...new Map(other.filter((each) => known.has(plain(each))).map((each) => [plain(each), each])).values()];
}

/**
 * What two incidents share, when that makes them similar: a service and a kind of cause; only a service where the first one
 * states no kind of cause. Nothing where that is not so.
 */
export function alike(one: Traits, other: Traits): Alike | undefined {
  const services = shared(one.services, other.services);
  const causes = shared(one.causes, other.causes);
  if (services.length === 0 || (one.causes.length > 0 && causes.length === 0)) return undefined;
  return { key: other.key, services, causes };
}
