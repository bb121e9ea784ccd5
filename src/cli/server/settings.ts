import os from 'node:os';
import path from 'node:path';
import { HindcastError } from '../../operations/errors.ts';

/** What the environment says about where and how the server runs. */
export type Settings = {
  /** 0 takes any free one. */
  port: number;
  /** Address to listen on; all of them without. */
  host?: string;
  dataFolder: string;
  /** Where people reach the server, without a slash behind; absent: localhost and the port. */
  origin?: string;
  /** A server of one's own instead of the embedded one. */
  databaseUrl?: string;
  /** Evidence in another folder or in S3. */
  evidence?: string;
  /** A time stamp authority (RFC 3161) for anchors of the ledger. */
  timestampAuthority?: string;
};

const defaultPort = 4600;

/** Root's own folders are closed to the user that Postgres has to run as, so root's data lies where a service's does. */
function defaultFolder(env: NodeJS.ProcessEnv): string {
  if (process.getuid?.() === 0) return '/var/lib/hindcast';
  return path.join(env['XDG_DATA_HOME'] || path.join(os.homedir(), '.local/share'), 'hindcast');
}

function wrong(name: string, value: string, reason: string, advice: string): HindcastError {
  return new HindcastError('server.setting', { name, value, reason, advice });
}

function portOf(value: string | undefined): number {
  if (value === undefined || value === '') return defaultPort;
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw wrong('PORT', value, 'a port is a number from 0 to 65535', `Leave it out for ${defaultPort}.`);
}

function originOf(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === ''
  )
    return url.origin;
  throw wrong(
    'HINDCAST_ORIGIN',
    value,
    'it is no origin',
    'Give scheme and host only, as https://hindcast.example.com.',
  );
}

function authorityOf(value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
  throw wrong(
    'HINDCAST_TSA',
    value,
    'it is no web address',
    'Give that of a time stamp authority, as https://tsa.example.com.',
  );
}

/** Reads the settings. @throws HindcastError `server.setting`, naming the variable */
export function settingsOf(env: NodeJS.ProcessEnv): Settings {
  const text = (name: string) => (env[name] === undefined || env[name] === '' ? undefined : env[name]);
  const [host, origin, databaseUrl, evidence, timestampAuthority] = [
    'HINDCAST_HOST',
    'HINDCAST_ORIGIN',
    'DATABASE_URL',
    'HINDCAST_EVIDENCE',
    'HINDCAST_TSA',
  ].map(text);
  return {
    port: portOf(env['PORT']),
    dataFolder: path.resolve(text('HINDCAST_DATA') ?? defaultFolder(env)),
    ...(host === undefined ? {} : { host }),
    ...(origin === undefined ? {} : { origin: originOf(origin) }),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(timestampAuthority === undefined ? {} : { timestampAuthority: authorityOf(timestampAuthority) }),
  };
}
