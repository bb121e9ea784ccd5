/** How a tool call ended. */
export type Outcome = 'ok' | 'tool error' | 'protocol error' | 'cancelled' | 'no answer';

/** What a person answered when the tool asked through the agent. */
export type Decision = { asked: string; answer: 'accept' | 'decline' | 'cancel' };

/** Software as it names itself in the protocol. */
export type Software = { name: string; version?: string };

/** One tool call that has ended, as it went over the wire; nothing is masked yet. */
export type Call = {
  name: string;
  title?: string;
  arguments: unknown;
  startedAtMs: number;
  durationMs: number;
  outcome: Outcome;
  /** The result, or the error of the protocol. */
  result?: unknown;
  /** Why there is no result: what the client said when it cancelled, or what became of the answer. */
  reason?: string;
  decisions: Decision[];
  agent?: Software;
  server?: Software;
};
