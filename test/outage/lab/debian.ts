import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Where Debian keeps the PostgreSQL servers it has installed, one folder for each major version. */
const root = '/usr/lib/postgresql';

const majors = (): string[] => {
  try {
    return readdirSync(root).toSorted((a, b) => Number(b) - Number(a));
  } catch {
    return [];
  }
};

/** Folder of the programs of the newest PostgreSQL server installed, with what a standby needs; undefined without one. */
export const programsFolder: string | undefined = majors()
  .map((major) => path.join(root, major, 'bin'))
  .find((folder) => {
    const programs = readdirSync(folder);
    return ['initdb', 'postgres', 'pg_basebackup'].every((program) => programs.includes(program));
  });

/** What a test says that was skipped for this reason. */
export const skipReason: string | false =
  programsFolder === undefined ? 'skipped: no PostgreSQL server installed' : false;
