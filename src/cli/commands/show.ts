import { incidentDocument } from '../../operations/incident/document.ts';
import { callServer } from '../client/call-server.ts';
import { connectionOf } from '../client/connection.ts';
import { exitCodes, type Run } from '../command.ts';
import type { Io } from '../io.ts';
import { templateName } from '../workspace.ts';
import { safe } from '../text/safe.ts';

/** Markdown for a terminal: headings and rules stand out, and nothing in it can move the cursor. */
function forTerminal(markdown: string, { style }: Io): string {
  let fenced = false;
  const lines = markdown.split(/\r?\n/).map((line) => {
    const text = safe(line);
    const fence = /^ {0,3}(?:```|~~~)/.test(line);
    if (fence) fenced = !fenced;
    if (fence || fenced) return style('faint', text);
    return /^#{1,6} /.test(line) ? style('strong', text) : text;
  });
  return lines.join('\n');
}

/** Prints an incident as Markdown: byte for byte when piped. */
export const run: Run = async (args, io) => {
  const [incident = ''] = args.files;
  const template = templateName(args);
  const input = { incident, format: 'md', ...(template === undefined ? {} : { template }) };
  const { bytes = new Uint8Array() } = await callServer(connectionOf(process.env), incidentDocument, input);
  if (args.flag('json')) io.out(`${JSON.stringify({ incident, markdown: new TextDecoder().decode(bytes) })}\n`);
  else if (process.stdout.isTTY === true) io.out(forTerminal(new TextDecoder().decode(bytes), io));
  else io.out(bytes);
  return exitCodes.clean;
};
