-- Systems in which others keep their work, and how they are reached. The token is kept as it is (docs/decisions/0017) and never shown.
create table tracker (
  id uuid primary key,
  name text not null,
  kind text not null,
  -- Address of its API, and what it calls the project.
  address text not null,
  project text not null,
  -- What is not secret but belongs to the kind: the user of the token, the type of new issues, accounts of people.
  options json not null,
  secret json not null,
  -- Where its webhooks come: each says that there is something to be asked for.
  hook_id uuid references hook,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  removed_at timestamptz
);
create unique index tracker_name on tracker (lower(name)) where removed_at is null;

-- How it goes with a tracker, apart from its settings, so that changing those and keeping in step never meet.
create table tracker_health (
  tracker_id uuid primary key references tracker,
  -- Changes up to here, by the tracker's clock, have been asked for; the tag of the list from there on.
  asked_until timestamptz not null,
  etag text,
  asked_at timestamptz,
  -- Nothing is sent before: it does not answer, or wants to be left alone.
  rest_until timestamptz,
  failures integer not null default 0,
  problem text,
  reached_at timestamptz
);

-- An action here and an issue there, kept in step.
create table tracker_link (
  -- The issue carries it, so that it is recognised when the answer to its creation was lost.
  id uuid primary key,
  tracker_id uuid not null references tracker,
  incident_id uuid not null references incident,
  action_id text not null,
  -- What people call the issue, and what the API does; empty until it is there.
  issue_id text not null default '',
  issue_key text not null default '',
  issue_url text not null default '',
  -- For each field what was on both sides when they were last in step: {"due": ["2026-11-30", "2026-11-30"]}.
  agreed json not null default '{}',
  -- The issue as it was last told, and when it was changed there, in milliseconds.
  theirs json,
  theirs_ms bigint not null default 0,
  -- What is different on both sides and nobody has decided: {"due": ["2026-11-30", "2026-12-01"]}.
  conflicts json not null default '{}',
  -- A hash of the action as it was last looked at.
  seen text not null default '',
  -- When it is to be looked at; null when both sides are in step.
  due_at timestamptz,
  -- Somebody works on it until then.
  held_until timestamptz,
  attempts integer not null default 0,
  -- When a creation ended whose outcome is not known: the next list tells.
  doubt_at timestamptz,
  problem text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  ended_at timestamptz
);
create unique index tracker_link_action on tracker_link (incident_id, action_id) where ended_at is null;
create unique index tracker_link_issue on tracker_link (tracker_id, issue_id) where ended_at is null and issue_id <> '';
create index tracker_link_due on tracker_link (tracker_id, due_at) where ended_at is null and due_at is not null;
create index tracker_link_doubt on tracker_link (tracker_id) where ended_at is null and doubt_at is not null;
