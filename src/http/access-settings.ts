import { HindcastError } from '../operations/errors.ts';

/** An identity provider that people sign in by. */
export type OidcSettings = {
  issuer: string;
  clientId: string;
  clientSecret?: string;
  /** Domains whose verified addresses may join by themselves, as viewers. Others have to be invited. */
  domains: string[];
};

/** How people come in, and how fast anybody may ask. */
export type AccessSettings = {
  /** `smtp://user:password@host:587`, or `smtps://`; without it there are no e-mail links. */
  mail?: { smtp: string; from: string };
  oidc?: OidcSettings;
  /** Proxies in front whose `X-Forwarded-For` is believed; 0: none, the connection tells the address. */
  trustedProxies: number;
  /** Requests that one address, or one person or token, may make a minute; a burst of as many is let through. */
  requestsPerMinute: number;
  /** Who reads `/metrics`: without `open`, programs on this machine, and tokens and people with `metrics.see`. */
  metrics?: 'open';
};

/** Access as it is when the environment says nothing. */
export const defaultAccess: AccessSettings = { trustedProxies: 0, requestsPerMinute: 6000 };

const wrong = (name: string, value: string, reason: string, advice: string) =>
  new HindcastError('server.setting', { name, value, reason, advice });

function numberOf(env: NodeJS.ProcessEnv, name: string, otherwise: number, most: number): number {
  const value = env[name] ?? '';
  if (value === '') return otherwise;
  if (/^\d{1,9}$/.test(value) && Number(value) <= most) return Number(value);
  throw wrong(name, value, `it is no number from 0 to ${most}`, `Leave it out for ${otherwise}.`);
}

/** The setting may hold a password: it is never repeated in a message. */
function smtpOf(value: string): string {
  const { protocol } = URL.canParse(value) ? new URL(value) : {};
  if (protocol === 'smtp:' || protocol === 'smtps:') return value;
  throw wrong('HINDCAST_SMTP', '(not shown)', 'it is no SMTP address', 'Give it as smtp://user:password@host:587.');
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

function issuerOf(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname))) return value;
  throw wrong('HINDCAST_OIDC_ISSUER', value, 'it is no https address', 'Give the issuer as its provider names it.');
}

function oidcOf(env: NodeJS.ProcessEnv): OidcSettings | undefined {
  const issuer = env['HINDCAST_OIDC_ISSUER'] || undefined;
  if (issuer === undefined) return undefined;
  const clientId = env['HINDCAST_OIDC_CLIENT_ID'] ?? '';
  if (clientId === '')
    throw wrong('HINDCAST_OIDC_CLIENT_ID', '(empty)', 'it goes with HINDCAST_OIDC_ISSUER', 'Register Hindcast there.');
  const clientSecret = env['HINDCAST_OIDC_CLIENT_SECRET'] || undefined;
  const domains = (env['HINDCAST_OIDC_DOMAINS'] ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  return { issuer: issuerOf(issuer), clientId, domains, ...(clientSecret === undefined ? {} : { clientSecret }) };
}

function metricsOf(value: string): 'open' | undefined {
  if (value === '' || value === 'open') return value || undefined;
  throw wrong('HINDCAST_METRICS', value, 'it can only be open', 'Leave it out for this machine and tokens alone.');
}

/** Reads the settings. @throws HindcastError `server.setting`, naming the variable and never a secret */
export function accessSettingsOf(env: NodeJS.ProcessEnv, origin: string): AccessSettings {
  const smtp = env['HINDCAST_SMTP'] || undefined;
  const from = env['HINDCAST_MAIL_FROM'] || `Hindcast <hindcast@${new URL(origin).hostname}>`;
  const oidc = oidcOf(env);
  const metrics = metricsOf(env['HINDCAST_METRICS'] ?? '');
  return {
    trustedProxies: numberOf(env, 'HINDCAST_TRUSTED_PROXY', defaultAccess.trustedProxies, 10),
    requestsPerMinute: numberOf(env, 'HINDCAST_RATE_LIMIT', defaultAccess.requestsPerMinute, 100_000_000),
    ...(smtp === undefined ? {} : { mail: { smtp: smtpOf(smtp), from } }),
    ...(oidc === undefined ? {} : { oidc }),
    ...(metrics === undefined ? {} : { metrics }),
  };
}
