import type { Generated } from 'kysely';
import type { Bytes, Json, OptionalTime, Time } from './columns.ts';

/** The tables of what other systems deliver. */
export type HookTables = {
  /** Addresses that other systems deliver to, and what came there. */
  hook: {
    id: string;
    name: string;
    source: string;
    service: string | null;
    token_hash: Bytes;
    earlier_hash: Bytes | null;
    earlier_until: OptionalTime;
    secret: string | null;
    version: Generated<number>;
    created_at: Time;
    created_by: string;
    revoked_at: OptionalTime;
  };
  hook_tally: {
    hook_id: string;
    received: Generated<string>;
    unread: Generated<string>;
    repeated: Generated<string>;
    refused: Generated<string>;
    last_at: OptionalTime;
  };
  delivery: {
    id: Generated<string>;
    hook_id: string;
    received_at: Time;
    identity: string | null;
    headers: Json;
    bytes: number;
    body: Bytes | null;
    sha256: Bytes | null;
    masked: Json | null;
    refused: string | null;
    repeats: Generated<number>;
    repeated_at: OptionalTime;
  };
  delivery_waiting: { delivery_id: string; bytes: number };
  reading: { delivery_id: string; at: Time; reason: string | null; signals: Generated<number>; ignored: Json | null };
  /** What deliveries tell, each thing once; `sighting` has which of them tell it. */
  signal: {
    id: string;
    key: string;
    source: string;
    service: string | null;
    severity: string | null;
    epoch_ms: number;
    text: string;
    actor: string | null;
    condition_key: string | null;
    condition_name: string | null;
    condition_state: 'open' | 'closed' | null;
    fold: string | null;
    event: Json;
    delivery_id: string;
    pointer: string;
    rank: string;
    count: number;
    first_at: Time;
    last_at: Time;
    decided_at: OptionalTime;
    decision: Json | null;
    incident_id: string | null;
    entry_id: string | null;
    told: string | null;
  };
  sighting: { delivery_id: string; signal_id: string };
};
