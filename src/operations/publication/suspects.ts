import type { PostmortemRecord } from '../../record/record.ts';

/** Something that was left and still looks like a leak: a person decides. */
export type Suspect = { kind: string; text: string; place: string };

type Sign = { kind: string; pattern: RegExp; accept?: (match: string) => boolean };

/** Words with a capital that are in no name, or hardly. */
const ordinary = new Set(
  `Jan January Feb February Mar March Apr April May Jun June Jul July Aug August Sep September Oct October Nov November Dec December
  Mon Monday Tue Tuesday Wed Wednesday Thu Thursday Fri Friday Sat Saturday Sun Sunday The This That These Our Their All We It After
  Before When While During No Not New Old First Second Third Incident Commander Engineering Engineer Engineers Team Teams Technical
  Lead Manager Director Officer Root Cause Causes Action Actions Item Items Timeline Summary Impact Status Page Post Mortem Review
  Service Services Database Databases Payment Payments Checkout Gateway Customer Customers Support Load Balancer Production Staging
  Cloud Data Center Centre Region Zone East West North South Site Reliability Platform Network Security Operations Product Release
  Deploy Deployment Pipeline Cluster Cache Queue Worker Server Servers Amazon Google Microsoft Azure Kubernetes Redis Kafka Postgres
  Error Errors Budget Alert Alerts Black Cyber Rate Limit Feature Flag Config Configuration Change Control Web Mobile App Apps
  Start End Due Date Time Open Lessons Learned Distributed Systems System Only For`
    .split(/\s+/)
    .filter(Boolean),
);
const noTicket = /^(?:INC|UTF|SHA|ISO|SEV|P|S|HTTP|RFC|CVE|TLS|AES|RSA|MD|IPV|GPT|ES|UTC|GMT|COVID)-/;

/** Signs of a leak, looked for in what is left. A new one is a line here. */
const signs: readonly Sign[] = [
  {
    kind: 'may be a name',
    pattern: /(?<![\p{L}\p{N}_-])\p{Lu}\p{Ll}{1,20} \p{Lu}[\p{L}'’-]{1,20}(?!\p{L})/gu,
    accept: (match) => !match.split(' ').some((word) => ordinary.has(word)),
  },
  {
    kind: 'may be a name',
    pattern: /(?<=\b(?:by|with|asked|told|called|paged|pinged|thanks to) )\p{Lu}\p{Ll}{2,20}(?! \p{Lu}|\p{L})/gu,
    accept: (match) => !ordinary.has(match),
  },
  { kind: 'may be a customer', pattern: /\b(?:customer|client|tenant|merchant|partner) ["“]?\p{Lu}[\w&-]{1,40}/gu },
  {
    kind: 'may be a ticket',
    pattern: /(?<![\w-])[A-Z]{2,10}-\d{1,6}(?![\w-])/g,
    accept: (match) => !noTicket.test(match),
  },
  { kind: 'may be an account or customer number', pattern: /(?<![\w.,:-])\d{9,20}(?![\w:-]|[.,]\d)/g },
  {
    kind: 'may be a host',
    pattern: /(?<![\w.@/-])(?:[a-z0-9-]{1,63}\.){1,6}(?:com|net|org|io|dev|app|cloud|co|ai|eu|de|uk|us)(?![\w-])/gi,
  },
  { kind: 'may be an identifier or key', pattern: /(?<![\w-])(?=[\w+/-]{0,99}\d)[\w+/-]{28,200}={0,2}(?![\w-])/g },
  { kind: 'is a folder of a person', pattern: /(?:\/home\/|\/Users\/|C:\\Users\\)[\w.-]{1,40}/g },
  { kind: 'is an amount of money', pattern: /[$€£¥]\s?\d[\d.,]{0,20}(?:\s?[kKmMbB]n?\b)?/g },
  {
    kind: 'says that it is not for the public',
    pattern: /\b(?:confidential|internal only|privileged|attorney|do not share|not for distribution|NDA)\b/gi,
  },
  { kind: 'is code or a log: read it', pattern: /```[^\n]{0,40}/g },
];

/** Words of a suspicion that the report shows. */
const mostShown = 120;

function look(text: string, place: string): Suspect[] {
  return signs.flatMap(({ kind, pattern, accept }) =>
    [...text.matchAll(pattern)]
      .filter(([match]) => accept === undefined || accept(match))
      .map(([match]) => ({ kind, text: match.slice(0, mostShown), place })),
  );
}

/** One word in a field for names, which may be a team, a tool or a person. */
function lone({ actions, timeline }: PostmortemRecord): Suspect[] {
  const fields = [
    ...(actions ?? []).map(({ owner }, index) => ({ text: owner ?? '', place: `actions[${index}].owner` })),
    ...(timeline ?? []).map(({ actor }, index) => ({ text: actor ?? '', place: `timeline[${index}].actor` })),
  ];
  return fields
    .filter(({ text }) => /^\p{Lu}[\p{L}'’-]{1,30}$/u.test(text) && !ordinary.has(text))
    .map((field) => ({ kind: 'may be a name', ...field }));
}

/** Everything in a redacted record that still looks like a leak; sections of their own are always to be read. */
export function suspectsOf(record: PostmortemRecord): Suspect[] {
  const walk = (value: unknown, place: string): Suspect[] => {
    // Headings are in capitals as names are; sections of their own are to be read anyway.
    if (typeof value === 'string') return place.endsWith('.heading') ? [] : look(value, place);
    if (Array.isArray(value)) return value.flatMap((item, index) => walk(item, `${place}[${index}]`));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, child]) => walk(child, place === '' ? key : `${place}.${key}`));
  };
  const own = (record.custom ?? []).map(({ heading }, index) => ({
    kind: 'is a section of its own: read it',
    text: heading.slice(0, mostShown),
    place: `custom[${index}]`,
  }));
  const all = [...walk(record, ''), ...lone(record), ...own];
  return [...new Map(all.map((one) => [`${one.kind}\n${one.place}\n${one.text}`, one])).values()];
}
