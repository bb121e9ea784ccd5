import { z } from 'zod';
import { folded, stemOf, tokensOf } from './tokens.ts';

const name = z.string().trim().min(1).max(100);

/** The words an organisation has for its causes and services, and those that say the same: `taxonomy` in `hindcast.yaml`. */
export const Taxonomy = z.strictObject({
  /** Causes by name, each with words or phrases of which one tells it. They come before the built-in ones of the same name. */
  causes: z
    .array(z.strictObject({ name, words: z.array(name).min(1).max(100) }))
    .max(200)
    .default([]),
  /** Whether the built-in causes are recognised, too. */
  builtinCauses: z.boolean().default(true),
  /** Services by name, each with other names for it. */
  services: z
    .array(z.strictObject({ name, also: z.array(name).max(100) }))
    .max(2000)
    .default([]),
  /** Words that say the same: who looks for one of a list finds all. */
  synonyms: z.array(z.array(name).min(2).max(50)).max(1000).default([]),
});
export type Taxonomy = z.infer<typeof Taxonomy>;

/** Causes that most organisations know; words are compared by their stems. */
export const builtinCauses: readonly { name: string; words: readonly string[] }[] = [
  {
    name: 'configuration',
    words: [
      'misconfiguration',
      'misconfigured',
      'configuration',
      'config change',
      'config',
      'feature flag',
      'setting',
      'wrong value',
      'environment variable',
      'helm chart',
      'yaml',
    ],
  },
  {
    name: 'deployment',
    words: ['deployment', 'deploy', 'rollout', 'release', 'rollback', 'new version', 'upgrade', 'regression'],
  },
  {
    name: 'capacity',
    words: [
      'capacity',
      'overload',
      'out of memory',
      'oom',
      'oomkilled',
      'memory leak',
      'memory pressure',
      'saturation',
      'exhausted',
      'exhaustion',
      'disk full',
      'disk space',
      'no space left',
      'quota',
      'rate limit',
      'too many',
      'autoscaling',
      'autoscaler',
      'load spike',
      'traffic spike',
    ],
  },
  { name: 'dns', words: ['dns', 'nameserver', 'name resolution', 'coredns', 'route53', 'resolver', 'zone file'] },
  {
    name: 'certificate',
    words: ['certificate', 'certificates', 'tls', 'ssl', 'cert manager', 'expired certificate', 'letsencrypt'],
  },
  {
    name: 'network',
    words: [
      'network',
      'packet loss',
      'routing',
      'bgp',
      'firewall',
      'load balancer',
      'ingress',
      'vpn',
      'connectivity',
      'nat',
      'proxy',
    ],
  },
  {
    name: 'database',
    words: [
      'database',
      'postgres',
      'postgresql',
      'mysql',
      'query',
      'migration',
      'replication',
      'replica',
      'deadlock',
      'index',
      'connection pool',
      'rds',
      'ldap',
    ],
  },
  {
    name: 'hardware',
    words: [
      'hardware',
      'disk failure',
      'power outage',
      'power failure',
      'datacenter',
      'memory module',
      'raid',
      'node failure',
      'hung node',
    ],
  },
  {
    name: 'dependency',
    words: [
      'third party',
      'upstream',
      'provider',
      'vendor',
      'dependency',
      'external service',
      'aws',
      'azure',
      'gcp',
      'cloudflare',
      'fastly',
      'github outage',
    ],
  },
  {
    name: 'access',
    words: [
      'permission',
      'permissions',
      'iam',
      'authentication',
      'authorization',
      'credentials',
      'expired token',
      'access token',
      'api key',
      'secret',
      'login',
      'service account',
    ],
  },
  {
    name: 'defect',
    words: [
      'bug',
      'defect',
      'race condition',
      'null pointer',
      'exception',
      'off by one',
      'typo',
      'logic error',
      'infinite loop',
      'crash',
      'vulnerability',
      'validation',
    ],
  },
  {
    name: 'manual change',
    words: [
      'manually',
      'manual change',
      'by hand',
      'accidentally',
      'accidental',
      'deleted',
      'human error',
      'mistake',
      'mistakenly',
      'wrong cluster',
      'wrong command',
    ],
  },
  {
    name: 'data',
    words: ['data loss', 'corruption', 'corrupted', 'inconsistent data', 'bad data', 'schema', 'encoding', 'duplicate'],
  },
  {
    name: 'attack',
    words: [
      'attack',
      'ddos',
      'denial of service',
      'malicious',
      'attacker',
      'phishing',
      'breach',
      'leaked',
      'leak of',
      'exploit',
      'compromised',
      'spam',
    ],
  },
  {
    name: 'monitoring',
    words: ['no alert', 'missing alert', 'not monitored', 'no monitoring', 'alerting', 'blind spot', 'unnoticed'],
  },
];

/** A taxonomy made ready. */
export type Terms = {
  /** The names of the causes a text tells, the one it tells most first. */
  causesIn: (text: string, most: number) => string[];
  serviceOf: (given: string) => string;
  /** Words that say the same as a folded one. */
  instead: (word: string) => readonly string[];
};

const stemsOf = (text: string): string[] => tokensOf(text).map(({ word }) => stemOf(word));

/** Makes a taxonomy ready to be asked. */
export function readTaxonomy({ causes, builtinCauses: withOurs, services, synonyms }: Taxonomy): Terms {
  const own = new Set(causes.map((cause) => cause.name));
  const all = [...causes, ...(withOurs ? builtinCauses.filter((cause) => !own.has(cause.name)) : [])];
  // By the first stem of a phrase: what follows it, and whose it is.
  const phrases = new Map<string, { rest: string[]; cause: string }[]>();
  for (const cause of all)
    for (const phrase of cause.words) {
      const [first, ...rest] = stemsOf(phrase);
      if (first === undefined) continue;
      phrases.set(first, [...(phrases.get(first) ?? []), { rest, cause: cause.name }]);
    }
  const serviceNames = new Map<string, string>();
  for (const service of services)
    for (const one of [service.name, ...service.also]) serviceNames.set(folded(one), service.name);
  const same = new Map<string, string[]>();
  for (const list of synonyms)
    for (const one of list) {
      const others = list.filter((other) => other !== one).map(folded);
      same.set(folded(one), [...(same.get(folded(one)) ?? []), ...others]);
    }
  return {
    causesIn: (text, most) => {
      const stems = stemsOf(text);
      const counts = new Map<string, number>();
      for (const [at, stem] of stems.entries())
        for (const { rest, cause } of phrases.get(stem) ?? [])
          if (rest.every((word, index) => stems[at + 1 + index] === word))
            // A phrase says more than a word.
            counts.set(cause, (counts.get(cause) ?? 0) + 1 + 2 * rest.length);
      return [...counts]
        .toSorted((left, right) => right[1] - left[1])
        .slice(0, most)
        .map(([cause]) => cause);
    },
    serviceOf: (given) => serviceNames.get(folded(given)) ?? given,
    instead: (word) => same.get(word) ?? [],
  };
}
