import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { appendFile, chown, mkdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { programsFolder } from './debian.ts';

/** One PostgreSQL server of a cluster: a folder and a port that stay its own. */
export type PgNode = { name: string; folder: string; port: number; child?: ChildProcess };

/** PostgreSQL refuses to run as root; nobody is there on every Linux. */
const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * A port below those that the system gives to outgoing connections: while a server is down, one of these would take its port, or
 * a client that tries again and again would meet itself there.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    server.close();
    if (free) return port;
  }
}

/** Runs a program of PostgreSQL to its end. */
async function run(program: string, args: string[]): Promise<void> {
  const child = spawn(path.join(programsFolder ?? '', program), args, {
    ...user,
    cwd: '/',
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const said = await text(child.stderr);
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${said}`);
}

export async function newNode(root: string, name: string): Promise<PgNode> {
  return { name, folder: path.join(root, name), port: await freePort() };
}

async function emptyFolder({ folder }: PgNode): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  if (user.uid !== undefined) await chown(folder, user.uid, user.gid);
}

/** Makes an empty database that standbys may copy. Its role `hindcast` is its superuser. */
export async function initNode(node: PgNode): Promise<void> {
  await emptyFolder(node);
  await run('initdb', ['-D', node.folder, '-U', 'hindcast', '--auth=trust', '--encoding=UTF8', '--locale=C', '-N']);
  const settings = [`listen_addresses = '127.0.0.1'`, `unix_socket_directories = ''`, 'shared_buffers = 64MB'];
  await appendFile(path.join(node.folder, 'postgresql.conf'), `${settings.join('\n')}\n`);
}

/** Copies a running primary into a folder that starts as its standby. A standby waits for none of its own when it is promoted. */
export async function copyNode(from: PgNode, to: PgNode): Promise<void> {
  await emptyFolder(to);
  const source = `host=127.0.0.1 port=${from.port} user=hindcast application_name=${to.name}`;
  await run('pg_basebackup', ['-D', to.folder, '-d', source, '-R', '-c', 'fast', '-X', 'stream', '--no-sync']);
  await appendFile(path.join(to.folder, 'postgresql.auto.conf'), `synchronous_standby_names = ''\n`);
}

/** Starts a server in a process group of its own, and waits until it answers. */
export async function startNode(node: PgNode): Promise<void> {
  const log = openSync(`${node.folder}.log`, 'a');
  const args = ['-D', node.folder, '-c', `port=${node.port}`];
  node.child = spawn(path.join(programsFolder ?? '', 'postgres'), args, {
    ...user,
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  for (const end = Date.now() + 15_000; Date.now() < end; await sleep(20)) {
    const client = await connectNode(node).catch(() => undefined);
    await client?.end();
    if (client !== undefined) return;
  }
  throw new Error(`${node.name} did not start, see ${node.folder}.log`);
}

/** A connection of the superuser. */
export async function connectNode({ port }: PgNode, database = 'postgres'): Promise<pg.Client> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'hindcast', database, connectionTimeoutMillis: 1000 });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Runs one statement and gives its rows. */
export async function ask<Row extends pg.QueryResultRow>(node: PgNode, statement: string): Promise<Row[]> {
  const client = await connectNode(node);
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Kills the server with -9; its sessions, which are process groups of their own, end by themselves when they notice. */
export async function killNode({ child }: PgNode): Promise<void> {
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}

/** Sends a signal to every process of the server: `SIGSTOP` makes it one that is there and never answers. */
export async function signalNode({ child }: PgNode, signal: 'SIGSTOP' | 'SIGCONT'): Promise<void> {
  const children = await readFile(`/proc/${child?.pid}/task/${child?.pid}/children`, 'utf8');
  for (const pid of [child?.pid ?? 0, ...children.split(' ').map(Number)]) if (pid > 0) process.kill(pid, signal);
}
