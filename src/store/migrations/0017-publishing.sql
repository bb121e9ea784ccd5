-- How the public version was wished and what was decided about its leak report: the next one begins with it.
alter table publication add column wishes jsonb not null default '{}';

-- What was told about an incident, to whom and by which way. Only what went out stands here.
create table announcement (
  id uuid primary key,
  number bigint not null generated always as identity unique,
  incident_id uuid not null references incident,
  -- initial, update, resolved.
  stage text not null,
  -- status page, e-mail, or how somebody told it by themselves.
  channel text not null,
  audience text not null,
  subject text not null,
  text text not null,
  -- How many it went to; null where nobody counted.
  receivers integer,
  at timestamptz not null,
  by text not null
);
create index announcement_incident on announcement (incident_id, number);

-- An incident as the status page shows it: in words that were written for everybody.
create table status_report (
  id uuid primary key,
  incident_id uuid not null unique references incident,
  title text not null,
  impact text not null,
  status text not null,
  -- The last state of each component that it names.
  components jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  resolved_at timestamptz,
  -- Taken away from the page again.
  removed_at timestamptz
);
create index status_report_shown on status_report (created_at desc) where removed_at is null;

create table status_update (
  id uuid primary key,
  number bigint not null generated always as identity unique,
  report_id uuid not null references status_report,
  status text not null,
  text text not null,
  components jsonb not null,
  at timestamptz not null,
  by text not null
);
create index status_update_report on status_update (report_id, number);

-- Who hears of updates of the status page. The id is in no page, only in what they are sent: whoever knows it may end it, and then the
-- row is gone. None of it is in the ledger, which forgets nothing (docs/decisions/0024).
create table subscription (
  id uuid primary key,
  -- email, webhook.
  way text not null,
  address text not null,
  -- What a webhook's requests are signed with.
  secret text,
  created_at timestamptz not null,
  -- Nothing but the question whether they want it is sent before.
  confirmed_at timestamptz
);
create unique index subscription_address on subscription (way, lower(address));
