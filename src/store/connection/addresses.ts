import type { ClientConfig } from 'pg';
import { StoreError } from '../store-error.ts';

const form = /^(postgres(?:ql)?:\/\/)((?:[^/?#@]{0,1000}@)?)([^/?#@]{1,4000})((?:[/?#].{0,4000})?)$/s;

/** The hosts of one URL, each as a URL of its own: libpq's form with several, which `pg` does not know. */
function urlsOf(url: string): string[] {
  const [, scheme, user, hosts, rest] = form.exec(url) ?? [];
  if (scheme === undefined || hosts === undefined) return [];
  return hosts.split(',').map((host) => `${scheme}${user}${host}${rest}`);
}

/** `postgres://me@/database?host=/run/postgresql` names a socket; to a URL parser it lacks a host. */
const namesSocket = (url: string): boolean => /^postgres(?:ql)?:\/\/(?:[^/?#@]{0,1000}@)?\//.test(url);
const withHost = (url: string): string => url.replace(/^(postgres(?:ql)?:\/\/(?:[^/?#@]{0,1000}@)?)\//, '$1socket/');

/**
 * The servers that a DATABASE_URL names, to be asked which of them takes writes: one URL with one host or several
 * (`postgres://me@db1:5432,db2/hindcast`), or several URLs with commas or spaces between them.
 * @throws StoreError `store.address`, which does not repeat the URL: there may be a password in it
 */
export function databaseAddresses(value: string): ClientConfig[] {
  const urls = value
    .trim()
    .split(/[\s,]{1,100}(?=postgres(?:ql)?:\/\/)|\s{1,100}/)
    .flatMap((url) => (namesSocket(url) ? [url] : urlsOf(url)));
  if (urls.length === 0 || !urls.every((url) => URL.canParse(namesSocket(url) ? withHost(url) : url)))
    throw new StoreError(
      'store.address',
      'the address of the database is not of the form postgres://USER:PASSWORD@HOST:PORT/DATABASE, with commas between several hosts',
    );
  return urls.map((connectionString) => ({ connectionString }));
}
