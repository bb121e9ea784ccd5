export { PostgresError, type PostgresErrorCode } from './postgres-error.ts';
export { type RunningPostgres, type StartOptions, findRunningPostgres, startPostgres } from './start-postgres.ts';
export { type SpaceState, freeBytes, judgeSpace, spaceLimits } from './space.ts';
export type { SocketConfig } from './ready.ts';
export type { PostgresStatus } from './supervise.ts';
