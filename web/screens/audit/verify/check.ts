/** `unknown`: nothing to check with, as for an entry that was erased. */
export type State = 'proven' | 'refuted' | 'unknown';

/** One thing that was checked in the browser. */
export type Check<Name extends string = string> = { name: Name; state: State };

/** The state of something that is either so or not. */
export const stateOf = (holds: boolean): State => (holds ? 'proven' : 'refuted');
