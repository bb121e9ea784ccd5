import type { Generated } from 'kysely';
import type { Json, OptionalTime, Time } from './columns.ts';

/** The tables of other systems that actions are kept in step with. */
export type TrackerTables = {
  tracker: {
    id: string;
    name: string;
    kind: string;
    address: string;
    project: string;
    options: Json;
    secret: Json;
    hook_id: string | null;
    version: Generated<number>;
    created_at: Time;
    created_by: string;
    removed_at: OptionalTime;
  };
  tracker_health: {
    tracker_id: string;
    asked_until: Time;
    etag: string | null;
    asked_at: OptionalTime;
    rest_until: OptionalTime;
    failures: Generated<number>;
    problem: string | null;
    reached_at: OptionalTime;
  };
  tracker_link: {
    id: string;
    tracker_id: string;
    incident_id: string;
    action_id: string;
    issue_id: Generated<string>;
    issue_key: Generated<string>;
    issue_url: Generated<string>;
    agreed: Json;
    theirs: Json | null;
    theirs_ms: Generated<string>;
    conflicts: Json;
    seen: Generated<string>;
    due_at: OptionalTime;
    held_until: OptionalTime;
    attempts: Generated<number>;
    doubt_at: OptionalTime;
    problem: string | null;
    version: Generated<number>;
    heard: Generated<number>;
    created_at: Time;
    created_by: string;
    ended_at: OptionalTime;
  };
};
