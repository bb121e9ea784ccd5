import type { Generated } from 'kysely';
import type { Bytes, Json, OptionalTime, Time } from './columns.ts';

/** The tables of looks back, of meetings and of checks without names; see `Tables`. */
export type ReviewTables = {
  review: {
    incident_id: string;
    rung: string;
    version: Generated<number>;
    day: string | null;
    reason: string | null;
    held_at: OptionalTime;
    held_by: string | null;
    facts: Json | null;
    answers: Json | null;
  };
  review_day: { incident_id: string; rung: string; day: string; basis: string };
  review_progress: { one: Generated<boolean>; seq: string; basis: string };
  meeting: {
    incident_id: string;
    version: Generated<number>;
    starts_at: Time;
    minutes: number;
    place: string;
    people: string[];
    guests: Json;
    ticked: Generated<string[]>;
    cancelled_at: OptionalTime;
  };
  poll: {
    id: string;
    incident_id: string;
    opened_at: Time;
    opened_by: string;
    private_key: string | null;
    public_key: string;
    closed_at: OptionalTime;
  };
  poll_seat: { poll_id: string; person_id: string; given: Generated<boolean>; blinded: string | null };
  poll_spent: { poll_id: string; ballot: Bytes };
  poll_sum: { poll_id: string; question: string; answer: string; count: Generated<number> };
};
