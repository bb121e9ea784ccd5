import { readFileSync } from 'node:fs';
import { readdir, readlink } from 'node:fs/promises';

/**
 * When the process started, in clock ticks since boot (field 22 of proc_pid_stat(5)): with the pid it names one process
 * for ever. Undefined when there is none, or only a zombie that its parent has not collected yet.
 */
export function startTicks(pid: number): string | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The name in parentheses may hold blanks and parentheses itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

/** Whether the process runs in `folder`, as every process of a Postgres does in its data folder. */
export async function runsIn(pid: number, folder: string): Promise<boolean> {
  const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return workingFolder === folder && startTicks(pid) !== undefined;
}

/** All live Postgres processes whose working folder is `folder`. */
export async function postgresProcessesIn(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d{1,10}$/.test(name)).map(Number);
  const found: number[] = [];
  for (const pid of pids) {
    if (!(await runsIn(pid, folder))) continue;
    const program = await readlink(`/proc/${pid}/exe`).catch(() => '');
    // After an upgrade of the package the kernel adds " (deleted)" to the path.
    if (/\/postgres(?: \(deleted\))?$/.test(program)) found.push(pid);
  }
  return found;
}
