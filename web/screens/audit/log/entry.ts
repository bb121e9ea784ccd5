/** An entry of the ledger as `ledger.list` gives it; of one that one may not see, number and hash alone. */
export type LogEntry = {
  seq: number;
  hash: string;
  at?: string;
  actor?: string;
  operation?: string;
  incident?: string | null;
  subject?: string;
  salt?: string | null;
  payload?: string | null;
};
