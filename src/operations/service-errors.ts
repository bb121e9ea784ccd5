import type { ErrorText } from './error-text.ts';

/** Errors of services that are watched, and of measuring incidents. */
export const serviceErrors = {
  'service.not-found': {
    message: 'no service {name} is watched',
    remedy: 'See `service.list`; an admin can add it.',
  },
  'service.taken': {
    message: 'a service {name} is watched already',
    remedy: 'Change that one, or give this one another `name:`.',
  },
  'service.invalid': {
    message: 'line {line} of the service: {reason}',
    remedy: 'See docs/services.md for everything that can stand there.',
  },
  'monitoring.unreachable': {
    message: '{address} cannot be reached: {reason}',
    remedy: 'Check the address in the service, and that this server reaches it.',
  },
  'monitoring.refused': {
    message: '{address} refuses to answer: {reason}',
    remedy: 'Give the service the header that it wants, such as Authorization, or a new one.',
  },
  'monitoring.redirected': {
    message: '{address} points elsewhere ({reason}), which is not followed',
    remedy: 'Put the address that answers by itself into the service.',
  },
  'monitoring.query': {
    message: '{address} did not take the query: {reason}',
    remedy: 'Mend the query in the service; `service.test` shows what it gives.',
  },
  'monitoring.too-large': {
    message: '{address} answers too much: {reason}',
    remedy: 'Aggregate in the query (sum, avg by …), or raise `interval:` in the service.',
  },
  'monitoring.other': {
    message: '{address} does not answer as a Prometheus does: {reason}',
    remedy: 'Check the address: it is what stands before /api/v1.',
  },
  'monitoring.no-samples': {
    message: '{address} has no samples of the time of the incident',
    remedy: 'Check the names in the queries with `service.test`. It may keep its data for less long than that.',
  },
  'monitoring.several': {
    message: '{query} gives {count} series, and one is wanted',
    remedy: 'Aggregate in the query: sum(…), avg(…) or max(…).',
  },
  'monitoring.no-database': {
    message: '{query} is SQL, and the service has no database',
    remedy: 'Give the service the address of a database to read: postgres://reader:…@host/name.',
  },
  'measure.no-service': {
    message: 'the incident names no service that is watched; watched are: {known}',
    remedy: 'Name the service in the incident (affected services), or choose one to measure.',
  },
  'measure.no-window': {
    message: 'when the incident was is not known, so there is nothing to measure',
    remedy: 'Add a timeline event with its time, or start and end of the incident.',
  },
  'measure.nothing': {
    message: 'nothing could be measured: {reason}',
    remedy: 'Nothing was changed. Mend that, or try again later; `service.test` shows what each query gives.',
  },
} as const satisfies Record<string, ErrorText>;
