import type { Generated } from 'kysely';
import type { Bytes, Json, OptionalTime, Time } from './columns.ts';
import type { FurtherTables } from './further-tables.ts';

/** Roles of people, from the most to the least they may do. */
export type PersonRole = 'owner' | 'admin' | 'approver' | 'editor' | 'viewer';
/** The life of a document. */
export type Status = 'draft' | 'inReview' | 'approved' | 'published' | 'archived';
/** Who may see an incident: everybody signed in, its members and admins, or the world (its redacted version). */
export type Visibility = 'internal' | 'restricted' | 'published';
/** How somebody signed in. */
export type Via = 'owner-link' | 'invite' | 'email-link' | 'passkey' | 'oidc' | 'break-glass';

/** The tables as kysely sees them; a test compares them with the migrated database. */
export type Tables = FurtherTables & {
  /** What drafts wrote: a path, and the SHA-256 of its value. */
  drafted: { incident_id: string; path: string; sha256: string };
  person: {
    id: string;
    email: string;
    name: string;
    role: PersonRole;
    version: Generated<number>;
    created_at: Time;
    disabled_at: OptionalTime;
  };
  identity: { issuer: string; subject: string; person_id: string; created_at: Time };
  passkey: {
    id: string;
    person_id: string;
    name: string;
    public_key: Bytes;
    counter: string;
    transports: Generated<string[]>;
    created_at: Time;
    last_used_at: OptionalTime;
    revoked_at: OptionalTime;
  };
  session: {
    hash: Bytes;
    person_id: string;
    via: Via;
    created_at: Time;
    expires_at: Time;
    last_seen_at: Time;
    revoked_at: OptionalTime;
    user_agent: Generated<string>;
  };
  token: {
    id: string;
    hash: Bytes;
    name: string;
    person_id: string;
    role: 'admin' | 'editor' | 'viewer';
    scopes: string[];
    created_at: Time;
    expires_at: Time;
    last_used_at: OptionalTime;
    revoked_at: OptionalTime;
  };
  login_link: {
    hash: Bytes;
    person_id: string;
    purpose: 'owner-link' | 'invite' | 'email-link' | 'break-glass';
    created_at: Time;
    expires_at: Time;
    used_at: OptionalTime;
  };
  challenge: {
    id: string;
    purpose: string;
    person_id: string | null;
    value: Json;
    expires_at: Time;
    used_at: OptionalTime;
  };
  attempt: { subject: string; failures: number; last_at: Time };
  setting: { name: string; value: Json; version: Generated<number> };
  /** How a service is watched, as YAML; `secret` holds what its answers never do. */
  service: {
    id: string;
    name: string;
    source: string;
    secret: Json;
    version: Generated<number>;
    removed_at: OptionalTime;
  };
  incident: {
    id: string;
    number: Generated<string>;
    template: string;
    status: Generated<Status>;
    visibility: Generated<Visibility>;
    version: Generated<number>;
    created_at: Time;
    created_by: string;
  };
  /** Parts as they are stored: what came together and is unchanged lies in one row. Read `part`, which is a view of it. */
  kept_part: {
    incident_id: string;
    key: string;
    id: Generated<string>;
    position: Generated<number>;
    value: Json;
    touched: Json;
    version: Generated<number>;
    count: number | null;
  };
  part: {
    incident_id: string;
    key: string;
    id: Generated<string>;
    position: Generated<number>;
    value: Json;
    touched: Json;
    version: Generated<number>;
  };
  template: { name: string; source: string; version: Generated<number>; archived_at: OptionalTime };
  /** What lists read of incidents; triggers write it. */
  incident_head: {
    incident_id: string;
    number: string;
    created_at: Time;
    template: string;
    status: Status;
    visibility: Visibility;
    open: Generated<boolean>;
    title: string | null;
    severity: string | null;
    /** The title in small letters, cut where an index holds it. */
    plain: Generated<string | null>;
  };
  /** What the list of all actions reads; triggers write it. */
  action_head: {
    incident_id: string;
    id: string;
    number: string;
    version: number;
    label: string;
    text: string;
    owner: string;
    due: string;
    status: string;
    priority: string;
    horizon: string;
    ticket: string;
    ticked: '' | 't' | 'f';
    due_day: Generated<string>;
  };
  /** The name of the last change of who may see what. */
  seen_change: { one: Generated<boolean>; name: string };
  incident_member: { incident_id: string; person_id: string; number: string; created_at: Date; status: Status };
  /** What words are looked for in, in the order in which it changed. */
  search_document: {
    incident_id: string;
    number: string;
    seq: string;
    occurred: string;
    title: string;
    texts: string[];
    services: string[];
    groups: Json;
  };
  search_progress: { one: Generated<boolean>; seq: string };
  incident_version: {
    incident_id: string;
    number: number;
    status: Status;
    template: string;
    content: string;
    markdown: string;
    sha256: string;
    at: Time;
    by: string;
    template_sha256: string | null;
  };
  signoff: {
    id: string;
    incident_id: string;
    version: number;
    role: string;
    person_id: string;
    sha256: string;
    statement: string;
    method: 'passkey' | 'server';
    key_id: string;
    signature: Bytes;
    assertion: Json | null;
    at: Time;
  };
  publication: {
    incident_id: string;
    slug: string;
    version: number;
    sha256: string;
    markdown: string;
    html: string;
    at: Time;
    by: string;
    withdrawn_at: OptionalTime;
    wishes: Json;
  };
  evidence: { sha256: string; bytes: string; type: string; stored_at: Time; removed_at: OptionalTime };
  incident_evidence: {
    id: string;
    incident_id: string;
    sha256: string;
    name: string;
    note: Generated<string>;
    added_at: Time;
    added_by: string;
    retain_until: OptionalTime;
    detached_at: OptionalTime;
  };
  entry: {
    id: Generated<string>;
    seq: string | null;
    at: Time;
    actor: string;
    operation: string;
    incident_id: string | null;
    subject: string;
    key: string | null;
    salt: Bytes | null;
    hash: Bytes;
    payload: string | null;
    result: string | null;
  };
  tile: { level: number; index: string; hashes: Bytes };
  checkpoint: { size: string; root: Bytes; note: string; at: Time };
  anchor: { id: string; size: string; kind: 'evidence' | 'rfc3161'; place: string; proof: Bytes | null; at: Time };
  signing_key: {
    id: string;
    verifier: string;
    private_key: string;
    created_at: Time;
    retired_at: OptionalTime;
    announcement: string | null;
  };
  comment: {
    id: string;
    number: Generated<string>;
    incident_id: string;
    thread_id: string;
    place: Json | null;
    text: string;
    replacement: string | null;
    mentions: Generated<string[]>;
    author: string;
    author_name: string | null;
    at: Time;
    edited_at: OptionalTime;
    removed_at: OptionalTime;
    state: Generated<'open' | 'resolved' | 'applied' | 'declined'>;
    settled_by: string | null;
    settled_at: OptionalTime;
  };
  proposal: {
    id: string;
    number: Generated<string>;
    incident_id: string;
    operation: string;
    input: Json;
    why: string;
    author: string;
    at: Time;
    state: Generated<'open' | 'accepted' | 'refused'>;
    settled_by: string | null;
    settled_at: OptionalTime;
    reason: string | null;
  };
  room: { incident_id: string; state: Bytes; version: Generated<number> };
  room_update: {
    id: Generated<string>;
    incident_id: string;
    written_in: Generated<string>;
    at: Time;
    actor: string;
    path: string | null;
    bytes: Bytes;
  };
  room_text: { incident_id: string; path: string; text: string; version: Generated<number> };
};
