import { type Stamp, stampAt } from '../times/stamp.ts';

/** A commit as a log tells it. `line` is the 1-based line it begins in; `date` is the text of its time. */
export type Commit = { line: number; sha: string; author: string; date?: string; subject: string; body: string[] };

/** A commit begins a line, or stands behind the sign of one in a graph; a message may tell of another. */
const head =
  /^(?:[|\\/_ ]*[*<>o-][-.|\\/_ ]*)?(?:commit [<>-]? ?([0-9a-f]{7,64})(?= |$)(?: [0-9a-f]{7,64})*(?: \(.*\))?$|From ([0-9a-f]{40,64}) Mon Sep 17 00:00:00 2001)/;
const onlyGraph = /^[-*|\\/_. ]*$/;
const notes = /^Notes(?: \(.*\))?:$/;
const graph =
  /^[*|\\/_ ]*(?=(?:Author|AuthorDate|Commit|CommitDate|CommitterDate|Date|Merge|author|committer|From|Subject): ?|author |committer | {4})/;
const person = /^(?:Author|author|From):?\s+(.*?)(?:\s*<[^<>]*>|$)/;
/** The committer's time says when it landed; the author's when it was written. */
const dates = /^(CommitDate|CommitterDate|committer .*>|Date|AuthorDate|author .*>):?\s+(.*)$/;
const most = 200;

/** A name as e-mail headers carry letters beyond ASCII: `=?UTF-8?q?J=C3=B6rg?=`, which git writes in UTF-8. */
const mailName = (name: string) =>
  name.replace(/=\?UTF-8\?q\?([\w=.!*+/-]{1,200})\?=/gi, (whole, letters: string) => {
    try {
      return decodeURIComponent(letters.replaceAll('_', ' ').replaceAll('=', '%'));
    } catch {
      return whole;
    }
  });

function readHeader(commit: Commit, line: string, landed: boolean): boolean {
  commit.author ||= mailName(person.exec(line)?.[1] ?? '');
  const subject = /^Subject: (?:\[PATCH[^\]]{0,20}\](?: |$))?(.*)$/.exec(line)?.[1];
  if (subject !== undefined) commit.subject = mailName(subject);
  const [, name = '', date] = dates.exec(line) ?? [];
  const lands = /^[Cc]ommit/.test(name);
  if (date === undefined || (landed && !lands)) return landed;
  commit.date = date.trim();
  return landed || lands;
}

/** True for a line that no message has: one that is not set in, or what ends the message of a mail. */
const isEnd = (line: string, isMail: boolean): boolean =>
  isMail ? /^(?:---$|diff --git |-- $)/.test(line) : line !== '' && !line.startsWith('    ') && !notes.test(line);

/** A line below the subject of a mail: one more header, or of its message. */
function readMail(commit: Commit, line: string): void {
  if (commit.body.length < most && line !== '' && !/^(?:MIME-Version|Content-[\w-]+): /.test(line))
    commit.body.push(line);
}

/** The commits of `git log` in one of its own formats with headers: medium, full, fuller, raw, email. */
export function commitsOf(text: string): Commit[] {
  const commits: Commit[] = [];
  let current: Commit | undefined;
  let landed = false;
  let isMail = false;
  let column = 0;
  let isOver = false;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const start = head.exec(raw);
    if (start) {
      isMail = start[2] !== undefined;
      current = { line: index + 1, sha: start[1] ?? start[2] ?? '', author: '', subject: '', body: [] };
      landed = false;
      column = isMail ? 0 : raw.indexOf('commit ');
      isOver = false;
      commits.push(current);
      continue;
    }
    if (!current || isOver) continue;
    // In a graph all lines of a commit begin in the column of its first.
    const line = (onlyGraph.test(raw.slice(0, column)) ? raw.slice(column) : raw.replace(graph, '')).trimEnd();
    const isMessage = line.startsWith('    ');
    // A header of a mail goes on in the next line.
    const folded = /^ (\S.*)$/.exec(line)?.[1];
    if (folded !== undefined && isMail && current.subject !== '' && current.body.length === 0) {
      current.subject += mailName(` ${folded}`);
      continue;
    }
    // What follows a message is its files or its changes, as --stat and --patch print them.
    isOver = isEnd(line, isMail) && (current.subject !== '' || /^(?:---$|diff --)/.test(line));
    if (isOver) continue;
    if (isMail && current.subject !== '') readMail(current, line);
    else if (!isMessage && current.subject === '') landed = readHeader(current, line, landed);
    else if (isMessage && current.subject === '') current.subject = line.trim();
    else if (isMessage && current.body.length < most && line.trim() !== '') current.body.push(line.trim());
  }
  return commits;
}

const hash = /^[*|\\/_ ]*"?([0-9a-f]{7,64})"?(?![\w-])/;
const hashAfter = /^["']?[\s|,;\t-]*"?([0-9a-f]{7,12}|[0-9a-f]{40,64})"?(?![\w-])/;

type Found = { sha: string; stamp?: Stamp; sign: string };

const signs = '|\t;,';
/** What parts the fields of a line: the sign that stands beside its commit. A blank parts nothing, for names have some. */
const signAfter = (line: string, end: number) => {
  const beside = line.slice(end).replace(/^["' ]*/, '')[0] ?? '';
  return beside !== '' && signs.includes(beside) ? beside : '';
};

/** A line of a format of one's own (`--format='%h %aI %an %s'`): it begins with the commit, or with its time and then the commit. */
function lineOf(line: string): Found | undefined {
  const first = hash.exec(line);
  // Ten or thirteen digits are seconds or milliseconds since 1970.
  if (first && !/^(?:\d{10}|\d{13})$/.test(first[1] ?? '')) {
    const end = Math.min(line.length, 300);
    for (let from = first[0].length; from < end; from += 1) {
      if (!/[\s|,;"'(<\t]/.test(line.charAt(from - 1))) continue;
      const stamp = stampAt(line, from);
      if (!stamp || (stamp.day?.year === undefined && stamp.epochMs === undefined)) continue;
      return { sha: first[1] ?? '', stamp, sign: signAfter(line, first[0].length) };
    }
    return { sha: first[1] ?? '', sign: '' };
  }
  const from = /^["'[(]?/.exec(line)?.[0].length ?? 0;
  const stamp = stampAt(line, from);
  const after = stamp && hashAfter.exec(line.slice(stamp.to));
  if (!stamp || !after) return undefined;
  return { sha: after[1] ?? '', stamp, sign: signAfter(line, stamp.to + after[0].length) };
}

const clean = (field: string) => field.replace(/^[\s"'()[\]<>-]+|[\s"'<]+$/g, '');

/** Name and subject of a line. The subject is the last of the fields that every line has, and what follows it. */
function fieldsOf(line: string, { sha, stamp, sign }: Found, fewest: number): { author: string; subject: string } {
  const isKnown = (field: string) =>
    field.includes(sha) || (stamp !== undefined && field.includes(line.slice(stamp.from, stamp.to)));
  if (sign === '') {
    const rest = stamp === undefined ? line : `${line.slice(0, stamp.from)}${line.slice(stamp.to)}`;
    return { author: '', subject: clean(rest.replace(sha, '').replace(/^[*|\\/_ ]+/, '')) };
  }
  const fields = line.split(sign);
  const others = fields.slice(0, fewest - 1).map(clean);
  const author = others.find((field) => field !== '' && !isKnown(field) && !/^[^\s@]+@[^\s@]+$/.test(field)) ?? '';
  return { author, subject: clean(fields.slice(fewest - 1).join(sign)) };
}

/** The files of a commit, as --stat, --numstat, --name-status and --name-only print them below its line. */
const fileLine =
  /^(?: \S.* \|\s+(?:\d+|Bin\b|Unmerged).*| \d+ files? changed.*|(?:\d+|-)\t(?:\d+|-)\t.*|[ACDMRTUX]\d{0,3}\t.*|[^\s|;,"]+[/.][^\s|;,"]*)$/;
const inGraph = /^(?:[|\\/_ ]*\*[|\\/_ ]+|[|\\/_ ]+(?=\S))/;

/** The commits of a log with one line each. Undefined unless nearly all lines are such. */
export function commitLines(text: string): Commit[] | undefined {
  const lines: { at: number; line: string; found: Found }[] = [];
  let others = 0;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    if (/^[\s*|\\/_]*$/.test(raw)) continue;
    const line = raw.replace(inGraph, '');
    const found = lineOf(line);
    if (found) lines.push({ at: index + 1, line, found });
    else if (lines.length === 0 || !(fileLine.test(raw) || fileLine.test(` ${line}`))) others += 1;
    if (others > 3 && others > lines.length) return undefined;
  }
  if (lines.length <= others * 4) return undefined;
  const fewest = lines.reduce(
    (least, { line, found: { sign } }) => (sign === '' ? least : Math.min(least, line.split(sign).length)),
    Infinity,
  );
  return lines.map(({ at, line, found }) => {
    const { sha, stamp } = found;
    const date = stamp === undefined ? {} : { date: line.slice(stamp.from, stamp.to) };
    return { line: at, sha, ...fieldsOf(line, found, fewest), ...date, body: [] };
  });
}
