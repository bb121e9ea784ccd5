-- Prose that several people write at once. A room is a Yjs document: one compacted state, and the updates since. The record in
-- kept_part stays what everybody else reads. No foreign keys: an update is inserted while somebody waits for it.
create table room (
  incident_id uuid primary key,
  state bytea not null,
  version integer not null default 1
);
alter table room alter column state set storage external;

create table room_update (
  id bigint primary key generated always as identity,
  incident_id uuid not null,
  -- Readers ask for what was written in transactions that were not over when they last read: ids are given before a commit.
  written_in xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  actor text not null,
  -- The field, when this is a change of the record that was brought into the room.
  path text,
  bytes bytea not null
);
create index room_update_incident on room_update (incident_id, id);

-- What record and room last agreed on, field by field: a difference to it says which of the two has changed.
create table room_text (
  incident_id uuid not null,
  path text not null,
  text text not null,
  version integer not null default 1,
  primary key (incident_id, path)
);
