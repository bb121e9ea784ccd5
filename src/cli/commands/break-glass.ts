import { makeBreakGlassLink } from '../../operations/sessions/break-glass.ts';
import { exitCodes, type Run } from '../command.ts';
import { withStore } from '../server/with-store.ts';

/** Makes a one-time sign-in link on the machine itself: no identity provider and no mail is asked. */
export const run: Run = async (args, io) => {
  const [email = ''] = args.files;
  const link = await withStore(({ database, settings }) => {
    const origin = settings.origin ?? `http://localhost:${settings.port}`;
    return makeBreakGlassLink(database, email, { origin, now: new Date().toISOString() });
  });
  if (args.flag('json')) io.out(`${JSON.stringify({ link })}\n`);
  else {
    io.out(`${link}\n`);
    io.err(`It signs ${email} in once, within 15 minutes. The ledger notes that it was made.\n`);
  }
  return exitCodes.clean;
};
