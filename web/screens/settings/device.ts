import { readUserAgent } from '../../../src/values/user-agent.ts';
import { words } from '../../words/index.ts';

/** What a session was begun with, in words. */
export function deviceOf(userAgent: string): string {
  const { sessions } = words.settings;
  const { program = sessions.program, system } = readUserAgent(userAgent);
  return system === undefined ? program : sessions.on(program, system);
}
