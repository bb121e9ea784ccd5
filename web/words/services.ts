import { lengthText } from './lengths.ts';
import { plural } from './plural.ts';

/** Services that are watched, and measuring an incident by them. */
export const servicesWords = {
  intro:
    'Hindcast asks the Prometheus of a service what happened to it, when somebody measures an incident. It asks at no other time.',
  none: 'No service is watched.',
  noneAdvice: 'Begin with the queries of a common exporter, try what they give, and change them.',
  add: 'New service',
  addTitle: 'A new service',
  column: 'Service',
  address: 'Prometheus',
  watches: 'What is watched',
  counts: (queries: number, invariants: number, breakers: number) =>
    [
      plural(queries, { one: '# query', other: '# queries' }),
      plural(invariants, { one: '# invariant', other: '# invariants' }),
      plural(breakers, { one: '# circuit breaker', other: '# circuit breakers' }),
    ].join(', '),
  notRead: 'This version of Hindcast does not understand its text.',
  open: 'Change',
  openLabel: (name: string) => `Change the service ${name}`,
  back: 'All services',
  start: 'Begin with',
  starters: {
    http: 'HTTP server that counts requests by code',
    opentelemetry: 'HTTP server with OpenTelemetry',
    micrometer: 'Spring Boot with Micrometer',
    istio: 'Service in an Istio mesh',
    nginx: 'Ingress by NGINX',
    grpc: 'gRPC server',
    probe: 'Probe from outside (blackbox exporter)',
  },
  source: 'How the service is watched',
  sourceHint: 'Only name and prometheus have to be there. In a query, $window is how far it looks back.',
  remedy: 'See the page on services for everything that can stand there.',
  secrets: 'Secrets',
  secretsHint: 'Kept on the server and never shown again. They are forgotten when the address of Prometheus changes.',
  header: 'Header for Prometheus',
  headerHint: 'As Authorization: Bearer …; several on a line each.',
  headerError: 'Each line is a name, a colon and a value.',
  headersKept: (names: string[]) => `Kept: ${names.join(', ')}. What you write here takes their place.`,
  database: 'Database for invariants in SQL',
  databaseHint: 'As postgres://reader:password@host/name, with a user that may only read.',
  databaseKept: (place: string) => `Kept: ${place}. What you write here takes its place.`,
  forget: 'Forget all secrets',
  forgotten: 'The secrets are forgotten.',
  test: 'Test',
  testing: 'Asking each query…',
  answers: 'What each query gives now',
  query: 'Query',
  kinds: { indicator: 'query', invariant: 'invariant', breaker: 'circuit breaker' },
  gives: 'Gives now',
  nothing: 'no samples',
  holds: 'holds',
  broken: 'violated',
  added: (name: string) => `${name} is watched from now on.`,
  saved: (name: string) => `${name} is saved.`,
  remove: 'Remove',
  removeTitle: (name: string) => `No longer watch ${name}?`,
  removeText: 'What was measured by it stays in its incidents. Its secrets are forgotten.',
  removed: (name: string) => `${name} is no longer watched.`,
  measure: {
    name: 'Measure',
    title: 'Measure the incident',
    text: 'The Prometheus of each service is asked for the incident and as long before and after it. What you wrote stays; what is measured stands beside it, with the samples as evidence.',
    which: 'Services',
    whichHint: 'Without a choice those that the incident names.',
    none: 'No service is watched yet.',
    noneAdmin: 'Add one under Settings, Services.',
    noneOther: 'An admin can add one under Settings, Services.',
    run: 'Measure',
    asking: 'Asking Prometheus… this can take some seconds.',
    again: 'Measure again',
    wrote: (added: number, changed: number) =>
      added + changed === 0
        ? 'The record says all of this already; nothing was changed.'
        : [
            ...(added === 0 ? [] : [plural(added, { one: '# entry was added.', other: '# entries were added.' })]),
            ...(changed === 0
              ? []
              : [
                  plural(changed, {
                    one: '# entry was brought up to date.',
                    other: '# entries were brought up to date.',
                  }),
                ]),
          ].join(' '),
    outage: (from: string, to: string, seconds: number) =>
      `It missed its objective from ${from} to ${to}: ${lengthText(seconds)}.`,
    noOutage: 'It met its objective throughout, or has none.',
    passed: (id: string) => `${id} held.`,
    failed: (id: string, at: string) => `${id} was violated, first at ${at}.`,
    unknown: (id: string) => `Whether ${id} held is not known: there were no samples.`,
    transitions: (count: number) =>
      plural(count, { one: '# change of a circuit breaker.', other: '# changes of circuit breakers.' }),
    chart: (name: string) => `${name} before, during and after`,
    notAsked: 'Could not be asked',
    samples: 'Samples',
  },
};
