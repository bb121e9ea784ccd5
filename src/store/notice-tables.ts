import type { Generated } from 'kysely';
import type { Bytes, Json, OptionalTime, Time } from './columns.ts';

/** How far something that goes out is. */
export type OutgoingState = 'waiting' | 'sending' | 'sent' | 'failed' | 'uncertain' | 'dropped';

/** The tables of what Hindcast tells people and other systems. */
export type NoticeTables = {
  channel: {
    id: string;
    name: string;
    type: 'slack' | 'webhook';
    place: Json;
    secret: Json;
    kinds: string[];
    severities: string[];
    version: Generated<number>;
    created_at: Time;
    created_by: string;
    removed_at: OptionalTime;
  };
  preference: {
    person_id: string;
    value: Json;
    version: Generated<number>;
    calendar_hash: Bytes | null;
  };
  notice: {
    id: string;
    number: Generated<string>;
    key: string;
    kind: string;
    person_id: string | null;
    outside: Json | null;
    incident_id: string | null;
    payload: Json;
    at: Time;
    state: Generated<'new' | 'held' | 'routed' | 'dropped'>;
    reason: string | null;
  };
  outgoing: {
    id: string;
    number: Generated<string>;
    notice_id: string;
    kind: string;
    way: 'email' | 'slack' | 'webhook';
    receiver: string;
    person_id: string | null;
    channel_id: string | null;
    told: string;
    incident_id: string | null;
    state: Generated<OutgoingState>;
    attempts: Generated<number>;
    created_at: Time;
    since: Time;
    next_at: Time;
    sending_at: OptionalTime;
    done_at: OptionalTime;
    problem: string | null;
    sent_as: string | null;
  };
};
