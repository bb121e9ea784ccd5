import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A time stamp authority made with `openssl ts`, in a folder of its own. */
export type Authority = {
  /** The reply to a request, both DER. */
  stamp: (request: Uint8Array) => Promise<Uint8Array>;
  /** What `openssl ts -verify` says of a reply about a text: an independent reader. */
  verify: (reply: Uint8Array, text: string) => Promise<string>;
  close: () => Promise<void>;
};

const config = `
[tsa]
default_tsa = one
[one]
dir = .
serial = ./serial
crypto_device = builtin
signer_cert = ./tsa.crt
certs = ./ca.crt
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
[ext]
extendedKeyUsage = critical,timeStamping
`;

/** Makes an authority whose key is of the given kind; undefined where there is no openssl. */
export async function makeAuthority(keyOptions: string[] = ['rsa:2048']): Promise<Authority | undefined> {
  try {
    await run('openssl', ['version']);
  } catch {
    return undefined;
  }
  const cwd = await mkdtemp('/tmp/hindcast-tsa-');
  const openssl = (...options: string[]) => run('openssl', options, { cwd });
  await writeFile(path.join(cwd, 'tsa.cnf'), config);
  await writeFile(path.join(cwd, 'serial'), '01\n');
  await openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'ca.key',
    '-out',
    'ca.crt',
    '-subj',
    '/CN=Test CA',
    '-days',
    '2',
  );
  await openssl(
    'req',
    '-newkey',
    ...keyOptions,
    '-nodes',
    '-keyout',
    'tsa.key',
    '-out',
    'tsa.csr',
    '-subj',
    '/CN=Test TSA',
  );
  await openssl(
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    '-CA',
    'ca.crt',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-out',
    'tsa.crt',
    '-days',
    '2',
    '-extfile',
    'tsa.cnf',
    '-extensions',
    'ext',
  );
  return {
    stamp: async (request) => {
      await writeFile(path.join(cwd, 'request'), request);
      await openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'request', '-out', 'reply');
      return readFile(path.join(cwd, 'reply'));
    },
    verify: async (reply, text) => {
      await writeFile(path.join(cwd, 'reply'), reply);
      await writeFile(path.join(cwd, 'text'), text);
      const { stdout } = await openssl('ts', '-verify', '-in', 'reply', '-data', 'text', '-CAfile', 'ca.crt');
      return stdout;
    },
    close: () => rm(cwd, { recursive: true, force: true }),
  };
}
