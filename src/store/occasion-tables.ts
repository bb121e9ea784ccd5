import type { OptionalTime, Time } from './columns.ts';

/** The tables of what is said at its moment. */
export type OccasionTables = {
  occasion: {
    incident_id: string;
    key: string;
    kind: string;
    at: Time;
    about: string;
    told: string[];
    label: string;
    due: string;
    step: string;
    planned_at: Time;
    fired_at: OptionalTime;
    said: boolean | null;
  };
  /** How far the ledger is planned, and with what settings and templates. */
  occasion_progress: { one: boolean; seq: string; basis: string; walked: string | null; walked_since: OptionalTime };
};
