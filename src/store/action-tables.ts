import type { Generated } from 'kysely';
import type { Json, Time } from './columns.ts';

/** How actions go on beside their documents. */
export type ActionTables = {
  /** What counts beside the document, as long as that says what it said then (`seen_`). */
  action_follow: {
    incident_id: string;
    id: string;
    version: number;
    status: Generated<string>;
    owner: Generated<string>;
    due: Generated<string>;
    verification: Generated<string>;
    label: Generated<string>;
    seen_status: string;
    seen_ticked: string;
    seen_owner: string;
    seen_due: string;
  };
  action_step: {
    incident_id: string;
    id: string;
    number: number;
    step: string;
    from_stage: string;
    to_stage: string;
    at: Time;
    by: string;
    said: Generated<string>;
    proof: Json | null;
    owner: string | null;
    due: string | null;
  };
  action_number: { scope: string; prefix: string; number: string };
};
