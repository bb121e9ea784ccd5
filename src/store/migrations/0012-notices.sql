-- Where an organisation wants to hear of things: a channel of a chat, an address that takes signed requests. What has to be secret of
-- it is kept as it is (docs/decisions/0017) and never shown.
create table channel (
  id uuid primary key,
  name text not null,
  type text not null,
  -- What may be shown: the host, the name of the channel.
  place jsonb not null,
  secret jsonb not null,
  -- Which kinds of notices go there, and those of which severities: none named, all.
  kinds text[] not null,
  severities text[] not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  removed_at timestamptz
);

-- How somebody wants to hear of things; whoever never said it has no row.
create table preference (
  person_id uuid primary key references person,
  value jsonb not null,
  version integer not null default 1,
  -- SHA-256 of the address of their calendar.
  calendar_hash bytea unique
);

-- That somebody is to be told something, once: whoever has the same to say again has the same key. Without a person and an address it is
-- for the channels of the organisation.
create table notice (
  id uuid primary key,
  number bigint not null generated always as identity unique,
  key text not null unique,
  kind text not null,
  person_id uuid references person,
  -- Somebody who has no account: { "email" } or { "url", "secret" }.
  outside jsonb,
  incident_id uuid references incident,
  payload jsonb not null,
  at timestamptz not null,
  -- new: nobody has decided which way it goes; held: for the next digest; routed: what goes out is in outgoing; dropped: for a reason.
  state text not null default 'new',
  reason text
);
create index notice_new on notice (number) where state = 'new';
create index notice_held on notice (person_id, number) where state = 'held';

-- One way that a notice goes. It is marked as sending, durably, before anything is sent; what nobody knows the end of is uncertain.
create table outgoing (
  -- Receivers of webhooks know it by this id, however often it comes.
  id uuid primary key,
  number bigint not null generated always as identity unique,
  notice_id uuid not null references notice,
  kind text not null,
  -- email, slack, webhook.
  way text not null,
  -- Those with the same one share a server: when it is away, they wait together.
  receiver text not null,
  person_id uuid references person,
  channel_id uuid references channel,
  -- Whom it goes to, in words.
  told text not null,
  incident_id uuid,
  state text not null default 'waiting',
  attempts integer not null default 0,
  created_at timestamptz not null,
  -- From when on it is tried: three days later it is given up. Somebody who has it sent again begins anew.
  since timestamptz not null,
  next_at timestamptz not null,
  sending_at timestamptz,
  done_at timestamptz,
  -- Why it is not there yet.
  problem text,
  -- What the receiver calls it: for answers in a thread.
  sent_as text,
  unique (notice_id, receiver)
);
create index outgoing_waiting on outgoing (next_at) where state = 'waiting';
create index outgoing_receiver on outgoing (receiver, next_at) where state = 'waiting';
create index outgoing_thread on outgoing (receiver, incident_id, number) where sent_as is not null;
create index outgoing_sending on outgoing (sending_at) where state = 'sending';
create index outgoing_state on outgoing (state, number);
