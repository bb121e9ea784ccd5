import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { HindcastError, reasonOf } from '../../operations/errors.ts';
import { incidentDocument } from '../../operations/incident/document.ts';
import { showIncident } from '../../operations/incident/show.ts';
import { applyRecord } from '../../operations/part/apply.ts';
import { callServer } from '../client/call-server.ts';
import { type Connection, connectionOf } from '../client/connection.ts';
import { ServerProblem } from '../client/server-problem.ts';
import { type Arguments, exitCodes, type Run } from '../command.ts';
import type { Io } from '../io.ts';
import { safe } from '../text/safe.ts';

/** What was given out, as it has to come back with an edited text. */
type Given = { incident: string; before: string; seen: unknown };

type Conflict = { path: string; yours: unknown; theirs: unknown };

/** The versions first: what somebody changes between the two calls shows as a conflict rather than getting lost. */
async function give(connection: Connection, incident: string): Promise<Given> {
  const { json } = await callServer(connection, showIncident, { incident });
  const { bytes } = await callServer(connection, incidentDocument, { incident, format: 'md' });
  const { versions: seen } = json as { versions: unknown };
  return { incident, before: new TextDecoder().decode(bytes), seen };
}

/** Runs the editor as git does: through the shell, so that `code --wait` works. */
function openEditor(file: string, env: NodeJS.ProcessEnv): Promise<void> {
  const editor = env['VISUAL'] || env['EDITOR'] || 'vi';
  const child = spawn('sh', ['-c', `${editor} "$1"`, editor, file], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${editor} ended with ${code ?? 'a signal'}`)),
    );
  });
}

const shown = (value: unknown): string => safe(typeof value === 'string' ? value : JSON.stringify(value ?? null));

function showConflicts(problem: ServerProblem, io: Io): void {
  const { conflicts = [] } = (problem.data ?? {}) as { conflicts?: Conflict[] };
  for (const { path: where, yours, theirs } of conflicts)
    io.err(
      `${io.errStyle('warning', 'conflict')}  ${safe(where)}\n  yours:  ${shown(yours)}\n  theirs: ${shown(theirs)}\n`,
    );
}

type Draft = { file: string; base: string; given: Given };

/** Takes the draft away, with the folder that was made for it. */
async function tidy({ file, base }: Draft): Promise<void> {
  for (const done of [file, base]) await rm(done, { force: true });
  const folder = path.dirname(file);
  if (path.basename(folder).startsWith('hindcast-edit-')) await rmdir(folder).catch(() => undefined);
}

const Base = z.object({ incident: z.string(), before: z.string(), seen: z.unknown() });

async function baseOf(base: string): Promise<Given> {
  try {
    return Base.parse(JSON.parse(await readFile(base, 'utf8')));
  } catch (error) {
    throw new HindcastError('input.unreadable', { file: base, reason: reasonOf(error) });
  }
}

/** The text and what it was made from lie side by side until it is applied: nothing typed is lost. */
async function draftOf(connection: Connection, args: Arguments): Promise<Draft> {
  const [incident = ''] = args.files;
  const kept = args.text('from');
  if (kept !== undefined) return { file: kept, base: `${kept}.base`, given: await baseOf(`${kept}.base`) };
  const given = await give(connection, incident);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'hindcast-edit-'));
  const file = path.join(folder, `${incident.replace(/[^\w-]/g, '_')}.md`);
  await writeFile(file, given.before, { mode: 0o600 });
  await writeFile(`${file}.base`, JSON.stringify(given), { mode: 0o600 });
  return { file, base: `${file}.base`, given };
}

async function apply(connection: Connection, { given, file, base }: Draft, markdown: string, io: Io): Promise<unknown> {
  try {
    return (await callServer(connection, applyRecord, { ...given, markdown })).json;
  } catch (error) {
    if (error instanceof ServerProblem && error.code === 'record.conflicts') {
      showConflicts(error, io);
      // Both values were seen now: what is applied next time is decided in that knowledge.
      const { seen } = await give(connection, given.incident);
      await writeFile(base, JSON.stringify({ ...given, seen }), { mode: 0o600 });
    }
    const reason = error instanceof ServerProblem ? error.message : reasonOf(error);
    throw new HindcastError('edit.unfinished', { reason, file, incident: given.incident });
  }
}

/** Opens an incident's Markdown in an editor and applies what changed in it. */
export const run: Run = async (args, io) => {
  const connection = connectionOf(process.env);
  const draft = await draftOf(connection, args);
  const { file, given } = draft;
  try {
    await openEditor(file, process.env);
  } catch (error) {
    throw new HindcastError('edit.unfinished', { reason: reasonOf(error), file, incident: given.incident });
  }
  const markdown = await readFile(file, 'utf8');
  if (markdown === given.before) {
    io.err('Nothing was changed.\n');
    await tidy(draft);
    return exitCodes.clean;
  }
  // As with a commit message: who empties the file wants to stop, and did not mean to delete an incident.
  if (markdown.trim() === '') {
    io.err('The document came back empty, so nothing was changed.\n');
    await tidy(draft);
    return exitCodes.clean;
  }
  const result = (await apply(connection, draft, markdown, io)) as Record<'changed' | 'added' | 'removed', string[]>;
  const { changed, added, removed } = result;
  if (changed.length + added.length + removed.length === 0) {
    const reason = 'what you changed is computed, or has no place in the record';
    throw new HindcastError('edit.unfinished', { reason, file, incident: given.incident });
  }
  await tidy(draft);
  if (args.flag('json')) io.out(`${JSON.stringify(result, null, 2)}\n`);
  else
    for (const [what, places] of Object.entries(result))
      for (const place of places) io.out(`${what.padEnd(9)}${safe(place)}\n`);
  return exitCodes.clean;
};
