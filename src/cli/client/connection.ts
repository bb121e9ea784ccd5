import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { HindcastError } from '../../operations/errors.ts';

/** The server that commands talk to, and the token they show. */
export type Connection = { url: string; token: string };

const Saved = z.object({ url: z.url(), token: z.string().min(1) });

/** Where `hindcast login` keeps a connection: readable by this user only. */
export const connectionFile = (env: NodeJS.ProcessEnv): string =>
  path.join(env['XDG_CONFIG_HOME'] || path.join(os.homedir(), '.config'), 'hindcast', 'connection.json');

/** An address without a slash behind. @throws HindcastError `server.setting` */
export function serverUrl(text: string, name: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return `${url.origin}${url.pathname.replace(/\/$/, '')}`;
  const advice =
    'Give the address that people open, with http:// or https:// before it, as https://hindcast.example.com.';
  throw new HindcastError('server.setting', { name, value: text, reason: 'that is no address of a server', advice });
}

function saved(env: NodeJS.ProcessEnv): Connection | undefined {
  try {
    return Saved.parse(JSON.parse(readFileSync(connectionFile(env), 'utf8')));
  } catch {
    return undefined;
  }
}

/** HINDCAST_URL and HINDCAST_TOKEN, else what `hindcast login` saved. @throws HindcastError `client.unset` */
export function connectionOf(env: NodeJS.ProcessEnv): Connection {
  const { HINDCAST_URL: url, HINDCAST_TOKEN: token } = env;
  if (url && token) return { url: serverUrl(url, 'HINDCAST_URL'), token };
  const kept = saved(env);
  // A token goes only to the server that it was made at.
  if (kept === undefined || (url && serverUrl(url, 'HINDCAST_URL') !== kept.url))
    throw new HindcastError('client.unset');
  return kept;
}
