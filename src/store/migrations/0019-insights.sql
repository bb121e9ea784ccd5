-- Figures of incidents, taken a moment after they change: what is counted over many never reads records. Unknown is null, never 0.
create table insight (
  incident_id uuid primary key,
  -- When it began, else the day it states, else when it was written down.
  at timestamptz not null,
  template text not null,
  -- The organisation-wide word for its severity; empty when it states none.
  severity text not null,
  services text[] not null,
  causes text[] not null,
  -- Seconds.
  detect double precision,
  acknowledge double precision,
  mitigate double precision,
  resolve double precision,
  written double precision,
  -- Percent: of the error budget spent, and of the steps that were automatic.
  budget double precision,
  automation double precision,
  -- Amounts by currency.
  costs json not null,
  actions integer not null,
  verified integer not null,
  -- An incident with one of its services and causes was there in the 90 days before.
  repeats boolean not null default false
);
create index insight_at on insight (at);
create index insight_services on insight using gin (services) with (fastupdate = off);

-- The last entry of the ledger whose incident is taken, and with which templates.
create table insight_progress (
  one boolean primary key default true check (one),
  seq bigint not null,
  basis text not null
);
insert into insight_progress (seq, basis) values (-1, '');
