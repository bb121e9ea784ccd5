import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** First line of a spool: what is recorded, and by which process. */
export const Header = z.object({
  recording: z.literal(1),
  session: z.string().regex(/^[\w-]{1,40}$/),
  incident: z.string(),
  kind: z.enum(['mcp', 'shell']),
  command: z.array(z.string()),
  /** The process that writes it: while it lives, the spool may grow. */
  pid: z.number().int(),
  startedAt: z.string(),
});
export type Header = z.infer<typeof Header>;

/** What has been sent of a spool, kept beside it: up to which byte, and how many entries those are. */
const Sent = z.object({ position: z.number().int().min(0), entries: z.number().int().min(0) });
export type Sent = z.infer<typeof Sent>;

const ending = '.jsonl';
const sentFile = (file: string): string => `${file.slice(0, -ending.length)}.sent`;

/** The spool of one session: lines of JSON, appended at once, on the disk a moment later. Nothing that was written is changed. */
export type Spool = {
  file: string;
  /** Appends a line; false when the spool is full and it was left out. */
  append: (line: string) => boolean;
  close: () => void;
};

/** So long what was appended may wait for the disk: a crash of the machine loses no more. */
const syncAfterMs = 250;

/** Opens a new spool that only this user can read. */
export function openSpool(folder: string, header: Header, mostBytes: number): Spool {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${header.session}${ending}`);
  const handle = openSync(file, 'ax', 0o600);
  let [bytes, timer]: [number, NodeJS.Timeout | undefined] = [0, undefined];
  const sync = (): void => {
    clearTimeout(timer);
    timer = undefined;
    // A disk that fails here fails the next write, too, and that one is told.
    try {
      fsyncSync(handle);
    } catch {}
  };
  const write = (text: string): boolean => {
    const line = Buffer.from(`${text}\n`);
    if (bytes + line.length > mostBytes) return false;
    for (let from = 0; from < line.length;) from += writeSync(handle, line, from);
    bytes += line.length;
    timer ??= setTimeout(sync, syncAfterMs);
    return true;
  };
  write(JSON.stringify(header));
  return {
    file,
    append: write,
    close: () => {
      sync();
      closeSync(handle);
    },
  };
}

/** So much is read at once; no line is longer. */
const readBytes = 4 * 1024 * 1024;

/** The whole lines of a spool from a byte on, as many as are read at once. A line that is not finished is left for later. */
export function readLines(file: string, position: number): { lines: string[]; position: number } {
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(readBytes, Math.max(0, fstatSync(handle).size - position)));
    const bytes = readSync(handle, buffer, 0, buffer.length, position);
    const whole = buffer.subarray(0, bytes).lastIndexOf(10) + 1;
    const lines = buffer.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
    return { lines, position: position + whole };
  } finally {
    closeSync(handle);
  }
}

/** What a spool is about, and where its entries begin; undefined for a file that is none. */
export function readHeader(file: string): { header: Header; position: number } | undefined {
  try {
    const [first = ''] = readLines(file, 0).lines;
    return { header: Header.parse(JSON.parse(first)), position: Buffer.byteLength(first) + 1 };
  } catch {
    return undefined;
  }
}

/** All spools of a folder, oldest first. */
export function spoolsIn(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(ending));
    return names.toSorted().map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

/** How far a spool was sent. */
export function readSent(file: string): Sent {
  try {
    return Sent.parse(JSON.parse(readFileSync(sentFile(file), 'utf8')));
  } catch {
    return { position: 0, entries: 0 };
  }
}

/** Keeps how far a spool was sent, whole or not at all. */
export function writeSent(file: string, sent: Sent): void {
  const beside = `${sentFile(file)}.${process.pid}.tmp`;
  writeFileSync(beside, `${JSON.stringify(sent)}\n`, { mode: 0o600 });
  renameSync(beside, sentFile(file));
}

/** Takes away a spool whose server has all of it. */
export function removeSpool(file: string): void {
  rmSync(file, { force: true });
  rmSync(sentFile(file), { force: true });
}

/** Whether the process that writes a spool is still there. */
export function isBeingWritten({ pid }: Header): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
