-- What the list of all actions shows, orders and filters by, so that it reads no parts. Triggers alone write it. Texts are cut where
-- an index holds them; the whole action stands in its part.
create table action_head (
  incident_id uuid not null,
  id text not null,
  number bigint not null,
  version integer not null,
  label text not null,
  text text not null,
  owner text not null,
  due text not null,
  status text not null,
  priority text not null,
  horizon text not null,
  ticket text not null,
  -- Ticked, not ticked, or nothing said: t, f or empty.
  ticked text not null,
  -- Days that are written as days, in their order; what has none comes last.
  due_day text not null generated always as (case when due ~ '^\d{4}-\d{2}-\d{2}' then left(due, 10) else '~' end) stored,
  primary key (incident_id, id)
);
create index action_head_due on action_head (due_day, number, id);
create index action_head_number on action_head (number, id);
create index action_head_owner on action_head (owner, number, id);
create index action_head_priority on action_head (priority, number, id);
create index action_head_status on action_head (status, ticked, number, id);

create function action_heads(incident uuid, entry text, value json, given integer) returns setof action_head language sql stable as $$
  select incident, entry, i.number, given, left(coalesce(value->>'id', ''), 100), left(coalesce(value->>'text', ''), 1000),
    left(coalesce(value->>'owner', ''), 300), left(coalesce(value->>'due', ''), 100), left(coalesce(value->>'status', ''), 100),
    left(coalesce(value->>'priority', ''), 100), left(coalesce(value->>'horizon', ''), 100), left(coalesce(value->>'ticket', ''), 300),
    case value->>'done' when 'true' then 't' when 'false' then 'f' else '' end, null
  from incident i where i.id = incident
$$;

-- One trigger keeps the heads of both lists, without a condition of its own: that is compiled anew for each statement, which costs
-- more than to call this. An update that does not set the position passes it by, see operations/part/merge-fields.
create function keep_heads() returns trigger language plpgsql as $$
begin
  if new.key not in ('incident', 'actions') then
    return null;
  elsif new.key = 'incident' then
    update incident_head set title = new.value->>'title', severity = new.value->>'severity'
    where incident_id = new.incident_id
      and (title, severity) is distinct from (new.value->>'title', new.value->>'severity');
    return null;
  end if;
  insert into action_head (incident_id, id, number, version, label, text, owner, due, status, priority, horizon, ticket, ticked)
  select h.incident_id, h.id, h.number, h.version, h.label, h.text, h.owner, h.due, h.status, h.priority, h.horizon, h.ticket, h.ticked
  from (
    select new.id as id, new.value as value where new.count is null
    union all
    select new.id || '-' || n, entry from json_array_elements(case when new.count is null then '[]' else new.value end)
      with ordinality as given (entry, n)
  ) as entries, action_heads(new.incident_id, entries.id, entries.value, new.version) as h
  on conflict (incident_id, id) do update set version = excluded.version, label = excluded.label, text = excluded.text,
    owner = excluded.owner, due = excluded.due, status = excluded.status, priority = excluded.priority,
    horizon = excluded.horizon, ticket = excluded.ticket, ticked = excluded.ticked;
  return null;
end $$;

create function empty_heads() returns trigger language plpgsql as $$
begin
  if old.key = 'incident' then
    update incident_head set title = null, severity = null where incident_id = old.incident_id;
  elsif old.count is null then
    delete from action_head where incident_id = old.incident_id and id = old.id;
  else
    delete from action_head where incident_id = old.incident_id
      and id in (select old.id || '-' || n from generate_series(1, old.count) as n);
  end if;
  return null;
end $$;

create trigger keep_heads after insert or update of position on kept_part for each row execute function keep_heads();
create trigger empty_heads after delete on kept_part
  for each row when (old.key in ('incident', 'actions')) execute function empty_heads();

insert into action_head (incident_id, id, number, version, label, text, owner, due, status, priority, horizon, ticket, ticked)
select h.incident_id, h.id, h.number, h.version, h.label, h.text, h.owner, h.due, h.status, h.priority, h.horizon, h.ticket, h.ticked
from part, action_heads(incident_id, part.id, value, version) as h where key = 'actions';
