import { isBeingWritten, readHeader, spoolsIn } from '../../recorder/spool.ts';
import { HindcastError } from '../../operations/errors.ts';
import type { Connection } from '../client/connection.ts';
import { type Arguments, exitCodes } from '../command.ts';
import type { Io } from '../io.ts';
import { safe } from '../text/safe.ts';
import { spoolFolder } from './recording.ts';
import { sendSpool } from './send-spool.ts';

type Line = { incident: string; file: string; sent: number; stays?: string };

/** Sends every recording that waits, in order, and says what became of each. Exit code 2 when something stays. */
export async function flushSpools(args: Arguments, connection: Connection | undefined, io: Io): Promise<number> {
  if (connection === undefined) throw new HindcastError('client.unset');
  const folder = spoolFolder(process.env);
  const lines: Line[] = [];
  for (const file of spoolsIn(folder)) {
    const header = readHeader(file)?.header;
    const incident = args.text('incident') ?? header?.incident ?? '?';
    const isOver = header === undefined || !isBeingWritten(header);
    const { sent, stopped, reason } = await sendSpool(connection, file, { isOver, incident: args.text('incident') });
    lines.push({ incident, file, sent, ...(stopped === undefined ? {} : { stays: reason ?? stopped }) });
    // What follows would wait for the same server.
    if (stopped === 'away') break;
  }
  if (args.flag('json')) io.out(`${JSON.stringify(lines)}\n`);
  else if (lines.length === 0) io.out(`Nothing waits in ${folder}.\n`);
  else
    for (const { incident, file, sent, stays } of lines)
      io.out(
        stays === undefined
          ? `${safe(incident)}: ${sent} recorded, sent\n`
          : `${safe(incident)}: stays in ${safe(file)}: ${safe(stays)}\n`,
      );
  return lines.some(({ stays }) => stays !== undefined) ? exitCodes.failed : exitCodes.clean;
}
