import type { Decision } from './call.ts';
import { type Message, textOf } from './message.ts';

/** A request of the server for input: for a person when it is an elicitation, else for the program. */
export type Question = { forPerson: boolean; asked: string };

/** What a server asks for. */
export const questionOf = ({ method, params }: Message): Question => ({
  forPerson: method === 'elicitation/create',
  asked: textOf(params, 'message') ?? '',
});

/** What a person answered; undefined for a program's answer, or none that the protocol knows. */
export function decisionOf({ forPerson, asked }: Question, result: unknown): Decision | undefined {
  const answer = textOf(result, 'action');
  if (!forPerson || (answer !== 'accept' && answer !== 'decline' && answer !== 'cancel')) return undefined;
  return { asked, answer };
}
