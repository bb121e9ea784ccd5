-- Moments at which something is to be said about an incident, planned from its record; and those that were said.
create table occasion (
  incident_id uuid not null,
  -- What it is about, the due it counts to and the step: it fires once, however often it is planned.
  key text not null,
  kind text not null,
  at timestamptz not null,
  -- Of several about the same that were missed only the last is said.
  about text not null,
  told text[] not null,
  label text not null,
  due text not null,
  step text not null,
  planned_at timestamptz not null,
  fired_at timestamptz,
  -- False: it was missed, and a later one was said instead.
  said boolean,
  primary key (incident_id, key)
);
create index occasion_planned on occasion (at, incident_id, key) where fired_at is null;
create index occasion_fired on occasion (fired_at, incident_id, key) where fired_at is not null;

-- The last entry of the ledger whose incident is planned; what settings and templates it is planned with, and when these changed the
-- number of the incident up to which all are planned anew.
create table occasion_progress (
  one boolean primary key default true check (one),
  seq bigint not null,
  basis text not null,
  walked bigint,
  walked_since timestamptz
);
insert into occasion_progress (seq, basis) values (-1, '');
