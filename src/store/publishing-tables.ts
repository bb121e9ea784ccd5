import type { Generated } from 'kysely';
import type { Json, OptionalTime, Time } from './columns.ts';

/** The tables of what leaves the house; see `Tables`. */
export type PublishingTables = {
  announcement: {
    id: string;
    number: Generated<string>;
    incident_id: string;
    stage: string;
    channel: string;
    audience: string;
    subject: string;
    text: string;
    receivers: number | null;
    at: Time;
    by: string;
  };
  status_report: {
    id: string;
    incident_id: string;
    title: string;
    impact: string;
    status: string;
    components: Json;
    created_at: Time;
    updated_at: Time;
    resolved_at: OptionalTime;
    removed_at: OptionalTime;
  };
  status_update: {
    id: string;
    number: Generated<string>;
    report_id: string;
    status: string;
    text: string;
    components: Json;
    at: Time;
    by: string;
  };
  subscription: {
    id: string;
    way: string;
    address: string;
    secret: string | null;
    created_at: Time;
    confirmed_at: OptionalTime;
  };
};
