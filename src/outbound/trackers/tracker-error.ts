/** What went wrong with a tracker, by what is to be done about it. */
export type TrackerProblem =
  /** It does not answer, or answers with a failure of its own: later. */
  | 'unreachable'
  /** It was asked too often: not before `retryMs`. */
  | 'limited'
  /** It does not take our token, or the token may not do this. */
  | 'refused'
  /** The issue or project is not there, or not for this token. */
  | 'missing'
  /** It does not take what was sent. */
  | 'invalid'
  /** What answers there is no such tracker. */
  | 'other';

/** Why a tracker did not do what was asked, in its words where it gave some. */
export class TrackerError extends Error {
  readonly problem: TrackerProblem;
  /** Whether it may have done it all the same: its answer was lost. */
  readonly isUncertain: boolean;
  /** How long it wants to be left alone. */
  readonly retryMs: number | undefined;

  constructor(
    problem: TrackerProblem,
    message: string,
    {
      isUncertain = false,
      retryMs,
      cause,
    }: { isUncertain?: boolean; retryMs?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.problem = problem;
    this.isUncertain = isUncertain;
    this.retryMs = retryMs;
  }
}
