import { givenWith, resolve, type Surroundings } from '../times/resolve.ts';
import { dayStampAt, stampAt } from '../times/stamp.ts';
import { startReading } from '../reading.ts';
import { splitText } from '../keep.ts';
import { terminalText } from '../terminal-text.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { type Commit, commitLines, commitsOf } from './commits.ts';

const advice = 'Give the output of `git log --pretty=fuller --date=iso-strict --since=…`.';

/** The commits of a text, in whichever format. */
export function commitsIn(text: string): Commit[] {
  const plain = terminalText(text);
  const commits = commitsOf(plain);
  return commits.length > 0 ? commits : (commitLines(plain) ?? []);
}

/** Reads a log of git. Throws SourceError `git.no-times` when its format has none (`--oneline`), `git.no-commits` when there is none. */
export function read(file: EvidenceFile): SourceReading {
  const commits = commitsIn(file.text);
  if (commits.length === 0) throw new SourceError('git.no-commits', 'There is no commit here.', file.name, advice);
  const { context, done } = startReading('git', file);
  const around: Surroundings = givenWith(file);
  for (const commit of commits) {
    const at = `${file.name}#${commit.line}`;
    const found = instantOf(commit.date, around);
    if ('why' in found) context.ignored.add('a commit', found.why, at);
    else addCommit(commit, at, found, context);
  }
  const reading = done();
  if (reading.events.length > 0) return reading;
  const why = reading.ignored[0]?.why ?? '';
  throw new SourceError(
    'git.no-times',
    `No commit has a time: ${why}.`,
    reading.ignored[0]?.where ?? file.name,
    advice,
  );
}

function instantOf(date: string | undefined, around: Surroundings): ReturnType<typeof resolve> {
  if (date === undefined) return { why: 'this format of git log (such as --oneline) has none' };
  const stamp = stampAt(date, 0);
  if (stamp?.epochMs !== undefined && /^\s?[+-]\d{4}$/.test(date.slice(stamp.to))) return resolve(stamp, around);
  if (stamp && stamp.to === date.length) return resolve(stamp, around);
  if (/\bago\b|^(?:yesterday|today|just now)/i.test(date))
    return { why: 'its time is relative to when the log was written' };
  return { why: dayStampAt(date, 0)?.to === date.length ? 'it has a day and no time' : 'its time cannot be read' };
}

function addCommit(
  { sha, author, subject, body }: Commit,
  evidence: string,
  { epochMs, assumed }: Extract<ReturnType<typeof resolve>, { epochMs: number }>,
  { reading, keep }: ReturnType<typeof startReading>['context'],
): void {
  const short = sha.slice(0, 7);
  const { text, notes } = splitText(keep(`Commit ${short}: ${subject === '' ? '(without a message)' : subject}`));
  const more = [notes, keep(body.join('\n'))].filter(Boolean).join('\n\n');
  const actor = keep(author).slice(0, 100);
  reading.events.push({
    key: `git:commit:${short}`,
    epochMs,
    ...(assumed.length > 0 ? { assumed } : {}),
    text,
    ...(more === '' ? {} : { notes: splitText(more).notes ?? more }),
    ...(actor === '' ? {} : { actor }),
    evidence,
  });
}
