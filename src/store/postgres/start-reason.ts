import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

const longest = 100_000;
const fatal = /\b(?:FATAL|PANIC): /;
/** What a client is told that asks too early; our own question whether the server is ready makes these lines. */
const turnedAway = /the database system is/;

async function newestLog(cluster: string): Promise<string> {
  const folder = path.join(cluster, 'log');
  const files = await readdir(folder).catch(() => []);
  const times = await Promise.all(
    files.map(async (name) => ({ file: path.join(folder, name), at: (await stat(path.join(folder, name))).mtimeMs })),
  );
  const newest = times.toSorted((a, b) => b.at - a.at)[0];
  return newest === undefined ? '' : readFile(newest.file, 'utf8').catch(() => '');
}

/**
 * Why the server did not start, in its own words: what it said before its log opened, or the last fatal line of the log.
 * @param startLog file with its standard error @param cluster database folder
 */
export async function startReason(startLog: string, cluster: string): Promise<string> {
  const early = await readFile(startLog, 'utf8').catch(() => '');
  for (const source of [early, await newestLog(cluster)]) {
    const lines = source.slice(-longest).split('\n');
    const at = lines.findLastIndex((line) => fatal.test(line) && !turnedAway.test(line));
    if (at < 0) continue;
    // Hints follow their line.
    const words = lines
      .slice(at, at + 3)
      .map((line) => line.replace(/^.{0,80}?\b(?:FATAL|PANIC|HINT|DETAIL): {1,4}/, '').trim());
    return words.filter((line) => line !== '').join(' ');
  }
  return early.trim().split('\n').at(-1) ?? '';
}
