import { exitCodes, type Run } from '../command.ts';
import { serverLog } from '../server/log.ts';
import { runServer } from '../server/run-server.ts';
import { settingsOf } from '../server/settings.ts';
import { startFailure } from '../server/start-failure.ts';
import { tidyMemory } from '../server/tidy-memory.ts';
import { stopSignal } from '../server/stop-signals.ts';

/** Runs the server until it is told to stop. */
export const run: Run = async (args, io) => {
  const log = serverLog(io, process.stderr.isTTY === true);
  const settings = settingsOf(process.env);
  let hurry = () => {};
  const told = stopSignal(() => hurry());
  const server = await runServer(settings, log).catch((error: unknown) => {
    throw startFailure(error);
  });
  hurry = server.hurry;
  const { origin: url, ownerLink } = server;
  if (args.flag('json')) io.out(`${JSON.stringify({ url, ...(ownerLink === undefined ? {} : { ownerLink }) })}\n`);
  else {
    const first = ownerLink === undefined ? '' : `  first owner, once: ${io.style('link', ownerLink)}`;
    io.out(`Hindcast runs at ${io.style('link', url)}${first}\n`);
  }
  tidyMemory();
  log.info({ signal: await told }, 'stopping: running requests are finished first');
  await server.stop();
  return exitCodes.clean;
};
