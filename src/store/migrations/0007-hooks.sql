-- Addresses that other systems deliver to. The secret that a sender signs with is kept as it is: a signature cannot be computed from
-- a hash (docs/decisions/0020). That of the address itself is kept as its SHA-256 only.
create table hook (
  id uuid primary key,
  name text not null,
  source text not null,
  service text,
  token_hash bytea not null unique,
  -- The address before the last rotation, and how long it goes on.
  earlier_hash bytea unique,
  earlier_until timestamptz,
  secret text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  revoked_at timestamptz
);

-- What came, counted apart from the hook, so that a change of the hook and a storm never meet.
create table hook_tally (
  hook_id uuid primary key references hook,
  -- Taken up by the reader; what waits for it is in delivery_waiting.
  received bigint not null default 0,
  unread bigint not null default 0,
  repeated bigint not null default 0,
  refused bigint not null default 0,
  last_at timestamptz
);

-- One request as it came, its secrets masked. No foreign key: it is inserted while a sender waits.
create table delivery (
  id bigint primary key generated always as identity,
  hook_id uuid not null,
  received_at timestamptz not null,
  -- First half of the SHA-256 over the hook and what the sender calls the delivery, or else over its bytes. Of what was refused: none.
  identity uuid unique,
  -- Those that say what it is; never signatures or credentials.
  headers json not null,
  -- Of what came; of a refused one as far as it was read.
  bytes integer not null,
  -- What is stored; null when it is large and lies in the evidence store under its SHA-256, and when it was refused.
  body bytea,
  sha256 bytea,
  -- What was masked: kind to count.
  masked json,
  -- Why it was not taken.
  refused text,
  repeats integer not null default 0,
  repeated_at timestamptz
);
alter table delivery alter column body set storage external;
create index delivery_hook on delivery (hook_id, id);

-- Deliveries that nobody has read yet. A reader holds the rows it works on; when it dies, they are free again.
create table delivery_waiting (
  delivery_id bigint primary key,
  bytes integer not null
);

-- How the reading of a delivery ended.
create table reading (
  delivery_id bigint primary key,
  at timestamptz not null,
  -- Why it could not be read.
  reason text,
  signals integer not null default 0,
  -- What was left out, why, where and how often.
  ignored json
);
create index reading_failed on reading (delivery_id) where reason is not null;

-- One thing that happened, however often and by however many deliveries it was told.
create table signal (
  -- First half of the SHA-256 of the key.
  id uuid primary key,
  key text not null,
  source text not null,
  service text,
  severity text,
  epoch_ms double precision not null,
  text text not null,
  actor text,
  condition_key text,
  condition_name text,
  condition_state text check (condition_state in ('open', 'closed')),
  fold text,
  -- The event as the source read it.
  event json not null,
  -- Where it stands: a delivery, and the place in its body.
  delivery_id bigint not null,
  pointer text not null,
  -- Of several deliveries that tell it the one of the highest rank is kept, so that their order does not matter.
  rank text collate "C" not null,
  -- Deliveries that tell it, and when the first and the last of them came.
  count integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- What was decided about it: the incident it belongs to, or that it belongs to none; null as long as nobody has.
  decided_at timestamptz,
  decision json,
  incident_id uuid,
  -- Its event of the timeline, and the rank of what that says.
  entry_id text,
  told text collate "C"
);
create index signal_undecided on signal (first_at, id) where decided_at is null;
create index signal_incident on signal (incident_id) where incident_id is not null;
create index signal_untold on signal (incident_id) where incident_id is not null and told is distinct from rank;
create index signal_last on signal (last_at desc, id);

-- Which deliveries tell a signal: each counts once, however often it is read.
create table sighting (
  delivery_id bigint not null,
  signal_id uuid not null,
  primary key (delivery_id, signal_id)
);
