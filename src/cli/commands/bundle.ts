import { verifyBundle } from '../../ledger/bundle/index.ts';
import { makeBundle } from '../../operations/bundle/make.ts';
import { callServer } from '../client/call-server.ts';
import { connectionOf } from '../client/connection.ts';
import { exitCodes, type Run } from '../command.ts';
import { writeOutput } from '../write-output.ts';
import { safe } from '../text/safe.ts';

/** Fetches the bundle of an incident, proves it, and writes it to a file. */
export const run: Run = async (args, io) => {
  const [incident = ''] = args.files;
  const { bytes = new Uint8Array() } = await callServer(connectionOf(process.env), makeBundle, { incident });
  const { proven, key } = verifyBundle(bytes);
  const file = args.text('output') ?? `${incident}.bundle`;
  writeOutput(file, bytes);
  if (args.flag('json')) io.out(`${JSON.stringify({ file, bytes: bytes.length, proven, key })}\n`);
  else
    io.out(
      `${io.style('good', 'wrote')}  ${safe(file)}  ${bytes.length} bytes, sealed by ${key ?? 'no key that it names'}\n`,
    );
  return proven ? exitCodes.clean : exitCodes.findings;
};
