import os from 'node:os';
import path from 'node:path';
import type { ModelSettings } from '../../outbound/model/complete.ts';
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
  /** A language model that may write texts. */
  model?: ModelSettings;
  /** Hours between anchors of the ledger that are made by themselves; 0: none are. */
  anchorHours: number;
};

const defaultPort = 4600;
const defaultAnchorHours = 24;
const hoursInYear = 8760;

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

function anchorHoursOf(value: string | undefined): number {
  if (value === undefined) return defaultAnchorHours;
  if (/^\d{1,4}$/.test(value) && Number(value) <= hoursInYear) return Number(value);
  const reason = `it is no number from 0 to ${hoursInYear}`;
  throw wrong('HINDCAST_ANCHOR_HOURS', value, reason, `Leave it out for ${defaultAnchorHours}; 0 makes no anchors.`);
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

/** The address and the name go together; the key is for servers that ask for one. */
function modelOf(text: (name: string) => string | undefined): ModelSettings | undefined {
  const [url, name, key] = ['HINDCAST_MODEL_URL', 'HINDCAST_MODEL', 'HINDCAST_MODEL_KEY'].map(text);
  if (url === undefined && name === undefined) return undefined;
  if (url === undefined || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw wrong('HINDCAST_MODEL_URL', url ?? '', 'it is no web address', 'Give one as http://localhost:11434/v1.');
  if (name === undefined)
    throw wrong(
      'HINDCAST_MODEL',
      '',
      'the address of a model is given and not its name',
      'Give the name that the server there knows.',
    );
  return { url, name, ...(key === undefined ? {} : { key }) };
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
  const model = modelOf(text);
  return {
    port: portOf(env['PORT']),
    anchorHours: anchorHoursOf(text('HINDCAST_ANCHOR_HOURS')),
    dataFolder: path.resolve(text('HINDCAST_DATA') ?? defaultFolder(env)),
    ...(host === undefined ? {} : { host }),
    ...(origin === undefined ? {} : { origin: originOf(origin) }),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(timestampAuthority === undefined ? {} : { timestampAuthority: authorityOf(timestampAuthority) }),
    ...(model === undefined ? {} : { model }),
  };
}
