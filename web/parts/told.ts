import { type Said, sentence } from '../../src/record/said.ts';
import { words } from '../words/index.ts';

/** What the server or a check says, in the language that is spoken. @param says the same in parts, where values stand in it */
export const told = (english: string, says?: unknown): string =>
  says === undefined ? words.server.told(english) : sentence(says as Said, words.server.told);
