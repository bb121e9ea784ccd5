import type { PostmortemRecord } from '../../record/record.ts';

/** What was planted in a document: what it is, and its words as they stand there. */
export type Planted = { kind: string; text: string };

/** Numbers between 0 and 1 that are the same at each run. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const list = (text: string): string[] => text.split('|');
const first = list(
  'Priya|Tomasz|Ingrid|Kwame|Beatriz|Hiroshi|Salma|Dmitri|Aoife|José|Zeynep|Nkechi|Lars|Chloé|Rajesh|Wei|Sofía|Omar|Freya|Mateusz|Will|Mark|Grace',
);
const last = list(
  'Raman|Kowalczyk|Svensson|Asante|Carvalho|Nakamura|Haddad|Volkov|O’Brien|Núñez|Yıldız|Okafor|Bergström|Lefèvre|Iyer|Zhang|Ortega|Farouk|Lindqvist|Nowak|Van Dyke|Hopper',
);
const customers = list(
  'Initech|Globex GmbH|Umbrella Corp|Hooli|Vandelay Industries|Wernham Hogg|Tyrell AG|Soylent Ltd|Zorin Bank|Oscorp|IKEA|KLM|BMW|Lufthansa|Novartis|Migros|deHavilland|Blåkläder',
);
const words = list(
  'the queue filled up and requests began to fail|error rates rose to 12 % within two minutes|we rolled back the release at once|the cache was cold after the restart|connections were exhausted|replication lag grew beyond forty seconds|the alert fired late because its threshold was too high|traffic was moved to the second region|the migration held a lock for too long|the certificate had run out during the night',
);
const frames = list(
  'At first # and then {}.|{}, while #.|# ({}).|Because # we looked at {} and found nothing more.|- {}: #|> {} said that #|The report of {} says that #; that is why.|Note: {} | see above, #.',
);
const digits = (pick: () => number, count: number): string =>
  Array.from({ length: count }, () => Math.floor(pick() * 10)).join('');
const letters = (pick: () => number, count: number, of: string): string =>
  Array.from({ length: count }, () => of[Math.floor(pick() * of.length)]).join('');
const mixed = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Makes one planted thing of each kind; people of the record are in its roles. A new kind is an entry here. */
const makers: Record<string, (pick: () => number, any: (of: string[]) => string, people: string[]) => string> = {
  name: (_, any, people) => any(people),
  'first name': (_, any, people) => any(people).split(' ')[0] ?? '',
  'user name': (pick, any, people) => {
    const [one = '', other = ''] = any(people)
      .normalize('NFKD')
      .replaceAll(/\p{M}|’/gu, '')
      .toLowerCase()
      .split(' ');
    return pick() < 0.5 ? `${one}.${other}` : `@${one}${other[0]}`;
  },
  stranger: (_, any) => `${any(first)} ${any(last)}`,
  customer: (_, any) => any(customers),
  host: (pick, any) =>
    any([
      `db-prod-0${digits(pick, 1)}`,
      `web${digits(pick, 2)}`,
      `kafka-broker-${digits(pick, 1)}`,
      `orders-${digits(pick, 1)}.eu.internal`,
      `ip-10-0-${digits(pick, 1)}-1${digits(pick, 1)}`,
      `checkout-7f9c4d5b${digits(pick, 2)}-x2x9z`,
      `grafana.corp-${digits(pick, 2)}.net`,
      `srv-ams-${digits(pick, 2)}`,
    ]),
  address: (pick) => `10.${digits(pick, 1)}.1${digits(pick, 1)}.${digits(pick, 1)}`,
  mail: (pick) => `ops${digits(pick, 2)}@shop-internal.example`,
  link: (pick, any) =>
    any([
      `https://wiki.shop.example/x/${digits(pick, 4)}`,
      `http://grafana:3000/d/${letters(pick, 6, mixed)}`,
      `go/runbook-${digits(pick, 2)}`,
      `[the board](https://jira.shop.example/browse/OPS-${digits(pick, 3)})`,
    ]),
  token: (pick, any) =>
    any([
      `AKIA${letters(pick, 16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`,
      `ghp_${letters(pick, 36, mixed)}`,
      `xoxb-${digits(pick, 12)}-${letters(pick, 24, mixed)}`,
      `${letters(pick, 3, 'abcdef')}A${digits(pick, 1)}${letters(pick, 27, mixed)}`,
    ]),
  ticket: (pick) => `OPS-${digits(pick, 4)}`,
};

/** A document with things planted in many of its fields, and what was planted. */
export function plantedRecord(seed: number): { record: PostmortemRecord; planted: Planted[] } {
  const pick = numbersFrom(seed);
  const any = (of: string[]): string => of[Math.floor(pick() * of.length)] ?? '';
  const people = [`${any(first)} ${any(last)}`, `${any(first)} ${any(last)}`];
  const planted: Planted[] = people.map((text) => ({ kind: 'name', text }));
  const kinds = Object.keys(makers);
  const text = (): string => {
    if (pick() < 0.4) return `${any(words)}.`.replace(/^./, (letter) => letter.toUpperCase());
    const kind = any(kinds);
    const made = makers[kind]?.(pick, any, people) ?? '';
    planted.push({ kind, text: made });
    return any(frames)
      .replace('#', any(words))
      .replace('{}', () => made);
  };
  const several = <T>(most: number, one: () => T): T[] => Array.from({ length: 1 + Math.floor(pick() * most) }, one);
  const record: PostmortemRecord = {
    incident: { title: `Checkout down: ${text()}`, severity: 'HIGH', services: 'checkout, payments' },
    roles: people.map((name, index) => ({ role: index === 0 ? 'Incident Commander' : 'Scribe', name })),
    summary: { text: several(4, text).join(' '), impact: text() },
    impact: { customers: { text: text() } },
    timeline: several(6, () => ({ at: '2026-03-01T10:00Z', precision: 'instant' as const, text: text() })),
    rootCause: { primary: text() },
    lessons: several(3, () => ({ area: 'technical', text: text() })),
    actions: several(3, () => ({ text: text(), owner: any(people), status: 'open' })),
    steps: several(3, () => ({ text: text(), command: `psql -h ${makers['host']?.(pick, any, people)}` })),
    custom: [{ heading: 'Notes', level: 2, text: several(3, text).join('\n\n') }],
  };
  return { record, planted };
}
