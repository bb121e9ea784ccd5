import path from 'node:path';
import { HindcastError, reasonOf } from '../../operations/errors.ts';
import { secretsOf } from '../../recorder/redact.ts';
import type { Ended } from '../../recorder/run-command.ts';
import { isShell, recordShell } from '../../recorder/shell/record-shell.ts';
import { tapStdio } from '../../recorder/tap-stdio.ts';
import { type Arguments, exitCodes, type Run } from '../command.ts';
import type { Io } from '../io.ts';
import { type Recording, recordingConnection, startRecording } from '../record/recording.ts';

const wrong = (reason: string) => new HindcastError('usage', { reason, command: 'record' });

/** Ends as the command did: with its exit code, or by its signal. */
function exitCodeOf(ended: Ended): number {
  if ('code' in ended) return ended.code;
  process.removeAllListeners(ended.signal);
  process.kill(process.pid, ended.signal);
  return exitCodes.failed;
}

function incidentOf(args: Arguments): string {
  const incident = args.text('incident');
  if (incident === undefined) throw wrong('--incident INC is needed: the incident whose resolution steps these are');
  return incident;
}

/** The token is for the recorder: a tool of somebody else does not get it, unless it is Hindcast's own. */
function envOf([program = '']: string[]): NodeJS.ProcessEnv {
  const { HINDCAST_TOKEN: _token, ...others } = process.env;
  return path.basename(program) === 'hindcast' ? process.env : others;
}

/** A shell at our own terminal; the person in front of it is told that it is recorded. */
function shell(command: string[], recording: Recording, args: Arguments, io: Io): Promise<Ended> {
  const withOutput = args.flag('output');
  const what = withOutput ? 'with what it says' : 'without its output';
  io.err(`hindcast: what you run here is recorded in ${incidentOf(args)}, ${what}. exit ends it.\n`);
  return recordShell(command, {
    env: process.env,
    secrets: secretsOf(process.env),
    keep: recording.command,
    withOutput,
  });
}

/** Runs a command in the middle of its streams, and records what goes through. */
export const run: Run = async (args, io) => {
  const connection = recordingConnection(process.env, args.text('server'));
  if (args.flag('flush')) {
    const { flushSpools } = await import('../record/flush.ts');
    return flushSpools(args, connection, io);
  }
  const command = args.files;
  const address = args.text('listen');
  if (address !== undefined) {
    if (command.length > 0) throw wrong('--listen takes no command: the server runs elsewhere, at --target');
    const { httpTapOf, listen } = await import('../record/listen.ts');
    const [tap, incident] = [httpTapOf(address, args.text('target')), incidentOf(args)];
    const recording = startRecording({ incident, kind: 'mcp', command: [tap.target.href] }, connection, process.env);
    return listen(tap, recording, incident, io).finally(() => recording.end('the recorder was stopped'));
  }
  if (command.length === 0)
    throw wrong('a command is needed behind `--`, as in: hindcast record -i INC-12 -- npx some-mcp-server');
  const kind = isShell(command) ? 'shell' : 'mcp';
  const incident = incidentOf(args);
  const recording = startRecording({ incident, kind, command }, connection, process.env);
  try {
    const ended = await (kind === 'shell'
      ? shell(command, recording, args, io)
      : tapStdio(command, recording.copies, { stdin: process.stdin, stdout: process.stdout, env: envOf(command) }));
    io.err(await recording.end('the tool ended'));
    return exitCodeOf(ended);
  } catch (error) {
    await recording.end('the tool could not be started');
    throw new HindcastError('record.no-command', { command: command[0] ?? '', reason: reasonOf(error) });
  }
};
