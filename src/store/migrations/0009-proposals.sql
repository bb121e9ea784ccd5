-- What agents want to do to a record and may not by themselves: an operation and its input, until a person accepts or refuses it.
create table proposal (
  id uuid primary key,
  -- In which order they came: two may be of the same moment.
  number bigint not null generated always as identity,
  incident_id uuid not null,
  operation text not null,
  -- As it was checked, without the incident.
  input json not null,
  why text not null,
  author text not null,
  at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'refused')),
  settled_by text,
  settled_at timestamptz,
  -- Why it was refused.
  reason text
);
create index proposal_incident on proposal (incident_id, number);
