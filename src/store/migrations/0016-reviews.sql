-- Looks back at an incident and its meeting. They stand beside the record: nothing that is signed or published reads them, so that they go on
-- when a document is approved, published or archived.

-- A look back that was moved, agreed on besides the ladder of its template, or held; the others are counted from template and document.
create table review (
  incident_id uuid not null,
  -- 1w, 1mo, 30d; `next` is the document's next review, on:2027-03-01 one that was agreed on.
  rung text not null,
  version integer not null default 1,
  -- The day it was moved to, and why.
  day date,
  reason text,
  held_at timestamptz,
  held_by text,
  -- What the records said on that day; it stays as it was.
  facts json,
  -- What people made of it.
  answers json,
  primary key (incident_id, rung)
);
create index review_held on review (held_at, incident_id, rung) where held_at is not null;

-- The day of each look back that was not held: what lists read. Made from incidents that changed, as the search is.
create table review_day (
  incident_id uuid not null,
  rung text not null,
  day date not null,
  basis text not null,
  primary key (incident_id, rung)
);
create index review_day_order on review_day (day, incident_id, rung);
create table review_progress (
  one boolean primary key default true check (one),
  -- The last entry of the ledger whose incident was looked at, and for which calendar and templates.
  seq bigint not null,
  basis text not null
);
insert into review_progress (seq, basis) values (-1, '');

-- The post-mortem meeting as it is planned; what it found stands in the record.
create table meeting (
  incident_id uuid primary key,
  version integer not null default 1,
  starts_at timestamptz not null,
  minutes integer not null,
  place text not null,
  people uuid[] not null,
  guests json not null,
  -- Points of the agenda that were dealt with.
  ticked text[] not null default '{}',
  cancelled_at timestamptz
);

-- Culture and process checks, asked without names; see docs/decisions/0036. A seat says that somebody was given a ballot, a spent one that it
-- came back, and neither says which answer: those are sums from the first.
create table poll (
  id uuid primary key,
  incident_id uuid not null unique,
  opened_at timestamptz not null,
  opened_by text not null,
  -- Signs ballots without seeing them. It goes when the poll is closed.
  private_key text,
  public_key text not null,
  closed_at timestamptz
);
create table poll_seat (
  poll_id uuid not null,
  person_id uuid not null,
  given boolean not null default false,
  -- What was signed for them, blinded: the same again is the same ballot.
  blinded text,
  primary key (poll_id, person_id)
);
create table poll_spent (
  poll_id uuid not null,
  ballot bytea not null,
  primary key (poll_id, ballot)
);
create table poll_sum (
  poll_id uuid not null,
  question text not null,
  answer text not null,
  count integer not null default 0,
  primary key (poll_id, question, answer)
);
