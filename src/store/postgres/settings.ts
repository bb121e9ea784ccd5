import type { DataFolder } from './data-folder.ts';

/** Written into postgresql.conf once, when the database is made; a person may change them there. */
export const firstSettings: Record<string, string> = {
  max_connections: '60',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  wal_level: 'replica',
};

/** What must hold on every start, so it is given on the command line, which beats every file. */
export const fixedSettings = (socketFolder: string): Record<string, string> => ({
  listen_addresses: '',
  unix_socket_directories: socketFolder,
  unix_socket_permissions: '0700',
  port: String(port),
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // One file for each day of the week, emptied when its day comes round again.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgres-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  // Statements and values are people's words: they do not belong in a log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  lc_messages: 'C',
});

/** Only the name of the socket file: nothing listens on the network. */
export const port = 5432;

/** The one role, a superuser; who may reach the socket is settled by its folder's permissions. */
export const role = 'hindcast';
/** The database that the server's tables are in. */
export const databaseName = 'hindcast';

/**
 * Arguments of initdb. Sorting and letter case by the built-in C.UTF-8, the same on every machine; the text search parser
 * still asks the C library what a letter is, and under plain C it keeps “quotes” and dashes in words.
 */
export const initdbArguments = ({ newCluster }: DataFolder): string[] => [
  `--pgdata=${newCluster}`,
  `--username=${role}`,
  '--encoding=UTF8',
  '--locale=C',
  '--lc-ctype=C.UTF-8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth-local=trust',
  '--auth-host=reject',
  '--no-instructions',
  ...Object.entries(firstSettings).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
];
