-- People and how they prove who they are. Secrets are kept as SHA-256 hashes only.
create table person (
  id uuid primary key,
  email text not null,
  name text not null,
  role text not null check (role in ('owner', 'admin', 'approver', 'editor', 'viewer')),
  version integer not null default 1,
  created_at timestamptz not null,
  disabled_at timestamptz
);
create unique index person_email on person (lower(email));

create table identity (
  issuer text not null,
  subject text not null,
  person_id uuid not null references person,
  created_at timestamptz not null,
  primary key (issuer, subject)
);

create table passkey (
  id text primary key,
  person_id uuid not null references person,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index passkey_person on passkey (person_id);

create table session (
  hash bytea primary key,
  person_id uuid not null references person,
  via text not null check (via in ('owner-link', 'invite', 'email-link', 'passkey', 'oidc', 'break-glass')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_seen_at timestamptz not null,
  revoked_at timestamptz,
  user_agent text not null default ''
);
create index session_person on session (person_id);

create table token (
  id uuid primary key,
  hash bytea not null unique,
  name text not null,
  person_id uuid not null references person,
  role text not null check (role in ('admin', 'editor', 'viewer')),
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);

create table login_link (
  hash bytea primary key,
  person_id uuid not null references person,
  purpose text not null check (purpose in ('owner-link', 'invite', 'email-link', 'break-glass')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- What a sign-in or a signature in progress has to bring back: WebAuthn challenges, OIDC states.
create table challenge (
  id text primary key,
  purpose text not null,
  person_id uuid references person,
  value jsonb not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Failed sign-ins by what they were tried on (an address, an e-mail), for throttling across processes.
create table attempt (
  subject text primary key,
  failures integer not null,
  last_at timestamptz not null
);

create table setting (
  name text primary key,
  value jsonb not null,
  version integer not null default 1
);

-- An incident and the parts of its record. A part is a group of the record (`summary`) or an entry of a collection (`timeline`).
create table incident (
  id uuid primary key,
  number bigint generated always as identity unique,
  template text not null,
  status text not null default 'draft' check (status in ('draft', 'inReview', 'approved', 'published', 'archived')),
  visibility text not null default 'internal' check (visibility in ('internal', 'restricted', 'published')),
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null
);

-- No foreign key and json instead of jsonb: checked and parsed per row, they would make writes slower. Incidents are never deleted,
-- and every statement that inserts a part looks for its incident.
create table kept_part (
  incident_id uuid not null,
  key text not null,
  id text not null default '',
  position double precision not null default 0,
  value json not null,
  -- Field to the version of this part that set it last; what is not here was set by the first.
  touched json not null default '{}',
  version integer not null default 1,
  -- Entries that came together and that nobody changed since are one row: their values as an array, and here how many they are.
  count integer,
  primary key (incident_id, key, id)
) with (fillfactor = 70);
-- To compress an array takes longer than to write it.
alter table kept_part alter column value set storage external;

-- The parts one by one, however they are kept. The ids and positions of entries that came together follow from their number.
create view part as
  select incident_id, key, id, position, value, touched, version from kept_part where count is null
  union all
  select incident_id, key, id || '-' || number, position + number / 1024::double precision, entry, '{}'::json, 1
  from kept_part, json_array_elements(value) with ordinality as given (entry, number) where count is not null;

-- What lists show, order and filter by, so that they never read parts. Triggers alone write it, last in every statement, so that
-- no two statements wait for each other.
create table incident_head (
  incident_id uuid primary key,
  number bigint not null,
  created_at timestamptz not null,
  template text not null,
  status text not null,
  visibility text not null,
  open boolean not null generated always as (visibility <> 'restricted') stored,
  title text,
  severity text
);
-- What may be seen by everybody and what may not are two walks through each of these.
create index incident_head_created on incident_head (open, created_at, number);
create index incident_head_number on incident_head (open, number);
create index incident_head_title on incident_head (open, left(coalesce(title, ''), 300), number);
create index incident_head_severity on incident_head (open, left(coalesce(severity, ''), 300), number);
create index incident_head_status_created on incident_head (open, status, created_at, number);
create index incident_head_status_number on incident_head (open, status, number);
create index incident_head_template_created on incident_head (open, template, created_at, number);
create index incident_head_severity_created on incident_head (open, left(coalesce(severity, ''), 300), created_at, number);

-- Each run of one to three characters in a text, once; of a long text only an empty one, which says that it is long. The cost is
-- stated high, since to compare by it row by row is never worth it.
create function grams(given text) returns text[] language sql immutable strict parallel safe cost 1000 as $$
  select case when length(given) > 2000 then array[''] else (
    select coalesce(array_agg(distinct gram), '{}') from (
      select letter, letter || lead(letter) over (), letter || lead(letter) over () || lead(letter, 2) over ()
      from string_to_table(given, null) as letter
    ) as runs (one, two, three), unnest(array[one, two, three]) as gram where gram is not null
  ) end
$$;
create index incident_head_words on incident_head using gin (grams(lower(title))) with (gin_pending_list_limit = 256);

create function make_head() returns trigger language plpgsql as $$
begin
  insert into incident_head (incident_id, number, created_at, template, status, visibility, title, severity)
  select new.id, new.number, new.created_at, new.template, new.status, new.visibility, part.value->>'title', part.value->>'severity'
  from (values (1)) as one left join kept_part as part on part.incident_id = new.id and part.key = 'incident' and part.id = '';
  return null;
end $$;
create trigger make_head after insert on incident for each row execute function make_head();

create function keep_head() returns trigger language plpgsql as $$
begin
  update incident_head set template = new.template, status = new.status, visibility = new.visibility where incident_id = new.id;
  return null;
end $$;
create trigger keep_head after update on incident
  for each row when ((old.template, old.status, old.visibility) is distinct from (new.template, new.status, new.visibility))
  execute function keep_head();

create table template (
  name text primary key,
  source text not null,
  version integer not null default 1,
  archived_at timestamptz
);

-- Who may see a restricted incident besides admins.
create table incident_member (
  incident_id uuid not null references incident,
  person_id uuid not null references person,
  primary key (incident_id, person_id)
);
create index incident_member_person on incident_member (person_id);

create table incident_version (
  incident_id uuid not null references incident,
  number integer not null,
  status text not null,
  template text not null,
  content text not null,
  markdown text not null,
  sha256 text not null,
  at timestamptz not null,
  by text not null,
  primary key (incident_id, number)
);

create table signoff (
  id uuid primary key,
  incident_id uuid not null references incident,
  version integer not null,
  role text not null,
  person_id uuid not null references person,
  sha256 text not null,
  statement text not null,
  method text not null check (method in ('passkey', 'server')),
  key_id text not null,
  signature bytea not null,
  assertion jsonb,
  at timestamptz not null
);
create index signoff_incident on signoff (incident_id, at);

create table publication (
  incident_id uuid primary key references incident,
  slug text not null unique,
  version integer not null,
  -- Of what was previewed: address, Markdown and page.
  sha256 text not null,
  markdown text not null,
  html text not null,
  at timestamptz not null,
  by text not null,
  withdrawn_at timestamptz
);

create table evidence (
  sha256 text primary key,
  bytes bigint not null,
  type text not null,
  stored_at timestamptz not null,
  removed_at timestamptz
);

create table incident_evidence (
  id uuid primary key,
  incident_id uuid not null references incident,
  sha256 text not null references evidence,
  name text not null,
  note text not null default '',
  added_at timestamptz not null,
  added_by text not null,
  retain_until timestamptz,
  detached_at timestamptz
);
create index incident_evidence_incident on incident_evidence (incident_id, added_at);

-- The ledger. A writer inserts an entry without seq in the statement of its change; the sequencer numbers it later. What has no
-- number is found by id, what has one by it: more indexes would slow every write.
create table entry (
  id bigint not null generated always as identity (cache 1),
  seq bigint,
  at timestamptz not null,
  actor text not null,
  operation text not null,
  incident_id uuid,
  subject text not null,
  key text,
  salt bytea,
  hash bytea not null,
  payload text,
  result text
);
alter table entry alter column payload set storage external, alter column result set storage external;
create unique index entry_seq on entry (seq) where seq is not null;
create index entry_unsequenced on entry (id) where seq is null;
create unique index entry_key on entry (key) where key is not null;
create index entry_incident on entry (incident_id, seq) where seq is not null;

-- Tiles of the Merkle tree over the hashes of entries, see ledger/tiles.
create table tile (
  level integer not null,
  index bigint not null,
  hashes bytea not null,
  primary key (level, index)
);

create table checkpoint (
  size bigint primary key,
  root bytea not null,
  note text not null,
  at timestamptz not null
);

create table anchor (
  id uuid primary key,
  size bigint not null references checkpoint,
  kind text not null check (kind in ('evidence', 'rfc3161')),
  place text not null,
  proof bytea,
  at timestamptz not null
);

create table signing_key (
  id text primary key,
  verifier text not null unique,
  private_key text not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  -- The announcement of this key, signed by the one before it.
  announcement text
);
create unique index signing_key_active on signing_key ((true)) where retired_at is null;

-- Ends the statement, and so undoes all of it, when a change did not find the row it was made for.
create function expect_changes(actual bigint, expected bigint) returns boolean language plpgsql as $$
begin
  if actual <> expected then
    raise exception 'a row was changed by somebody else' using errcode = 'HC409';
  end if;
  return true;
end $$;

-- An entry never changes but for its number, given once, and the erasure of its payload and salt. The condition is the trigger's, so
-- that numbering thousands of entries calls no function.
create function keep_entry() returns trigger language plpgsql as $$
begin
  raise exception 'ledger entries are never changed or deleted';
end $$;
create trigger entry_stays before delete on entry for each row execute function keep_entry();
create trigger keep_entry before update on entry for each row when (
  (old.seq is not null and new.seq is distinct from old.seq)
  or new.id <> old.id or new.at <> old.at or new.actor <> old.actor or new.operation <> old.operation
  or new.incident_id is distinct from old.incident_id or new.subject <> old.subject or new.hash <> old.hash
  or new.key is distinct from old.key
  or (new.payload is not null and new.payload is distinct from old.payload)
  or (new.salt is not null and new.salt is distinct from old.salt)
) execute function keep_entry();
