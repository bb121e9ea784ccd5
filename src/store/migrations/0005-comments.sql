-- What people say about a record. It is not part of it: nothing that is signed, published or written as a document reads this.
-- A thread is its first comment and the replies to it, which name it.
create table comment (
  id uuid primary key,
  -- In which order they came: two may be of the same moment.
  number bigint not null generated always as identity,
  incident_id uuid not null,
  thread_id uuid not null,
  -- Of what the thread speaks: a path and, in a text, the quoted words; null for the whole document, and for replies.
  place json,
  text text not null,
  -- What a suggestion wants in place of the quote.
  replacement text,
  -- People who are named in it.
  mentions uuid[] not null default '{}',
  author text not null,
  -- What the author was called where it was brought here from.
  author_name text,
  at timestamptz not null,
  edited_at timestamptz,
  removed_at timestamptz,
  -- Of the first of a thread, for all of it.
  state text not null default 'open' check (state in ('open', 'resolved', 'applied', 'declined')),
  settled_by text,
  settled_at timestamptz
);
create index comment_incident on comment (incident_id, number);
create index comment_mentions on comment using gin (mentions) where removed_at is null;
