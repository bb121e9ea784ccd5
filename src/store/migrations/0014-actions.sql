-- How actions go on beside the document that names them (decision 0023). What is empty stands in the document; what is not counts
-- as long as the document says what it said when the step was taken (`seen_…`): the later word holds.
create table action_follow (
  incident_id uuid not null,
  id text not null,
  version integer not null,
  -- The word of its stage: open, committed, done, verified, declined.
  status text not null default '',
  owner text not null default '',
  due text not null default '',
  verification text not null default '',
  label text not null default '',
  seen_status text not null,
  seen_ticked text not null,
  seen_owner text not null,
  seen_due text not null,
  primary key (incident_id, id)
);

-- Each step of an action, never changed: who, when, from where to where, and what was said or shown for it.
create table action_step (
  incident_id uuid not null,
  id text not null,
  number integer not null,
  step text not null,
  from_stage text not null,
  to_stage text not null,
  at timestamptz not null,
  by text not null,
  -- A reason or note.
  said text not null default '',
  -- What shows that it worked: {"kind": "note" | "link" | "evidence", ...}.
  proof json,
  owner text,
  due text,
  primary key (incident_id, id, number)
);
create index action_step_at on action_step (at);

-- Numbers that were given to actions: `scope` is an incident's id, or `organisation`.
create table action_number (
  scope text not null,
  prefix text not null,
  number bigint not null,
  primary key (scope, prefix, number)
);
create index action_head_label on action_head (label);

create or replace function action_heads(incident uuid, entry text, value json, given integer) returns setof action_head language sql stable as $$
  select incident, entry, i.number, given,
    case when said.label = '' then coalesce(f.label, '') else said.label end,
    left(coalesce(value->>'text', ''), 1000),
    case when f.owner <> '' and f.seen_owner = said.owner then f.owner else said.owner end,
    case when f.due <> '' and f.seen_due = said.due then f.due else said.due end,
    case when follows then f.status else said.status end,
    left(coalesce(value->>'priority', ''), 100), left(coalesce(value->>'horizon', ''), 100), left(coalesce(value->>'ticket', ''), 300),
    case when said.ticked = '' or not follows then said.ticked when f.status in ('done', 'verified') then 't' else 'f' end, null
  from incident i
  cross join lateral (select left(coalesce(value->>'id', ''), 100) as label, left(coalesce(value->>'owner', ''), 300) as owner,
    left(coalesce(value->>'due', ''), 100) as due, left(coalesce(value->>'status', ''), 100) as status,
    case value->>'done' when 'true' then 't' when 'false' then 'f' else '' end as ticked) as said
  left join action_follow f on f.incident_id = incident and f.id = entry
  cross join lateral (select coalesce(f.status <> '' and f.seen_status = said.status and f.seen_ticked = said.ticked, false) as follows) as it
  where i.id = incident
$$;

create function keep_followed_head() returns trigger language plpgsql as $$
begin
  insert into action_head (incident_id, id, number, version, label, text, owner, due, status, priority, horizon, ticket, ticked)
  select h.incident_id, h.id, h.number, h.version, h.label, h.text, h.owner, h.due, h.status, h.priority, h.horizon, h.ticket, h.ticked
  from part p, action_heads(p.incident_id, p.id, p.value, p.version) as h
  where p.incident_id = new.incident_id and p.key = 'actions' and p.id = new.id
  on conflict (incident_id, id) do update set label = excluded.label, owner = excluded.owner, due = excluded.due,
    status = excluded.status, ticked = excluded.ticked, version = excluded.version;
  return null;
end $$;
create trigger keep_followed_head after insert or update on action_follow for each row execute function keep_followed_head();

-- Open actions are looked for by the words of a new incident's cause.
create index action_head_words on action_head using gin (to_tsvector('english', text));
