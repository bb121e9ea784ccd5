-- Somebody's restricted incidents in the order of lists: they are walked along an index as those of everybody are.
alter table incident_member add column number bigint, add column created_at timestamptz, add column status text;
update incident_member m set number = i.number, created_at = i.created_at, status = i.status from incident i where i.id = m.incident_id;
alter table incident_member alter column number set not null, alter column created_at set not null, alter column status set not null;
drop index incident_member_person;
create index incident_member_created on incident_member (person_id, created_at, number) include (incident_id);
create index incident_member_number on incident_member (person_id, number) include (incident_id);
create index incident_member_status on incident_member (person_id, status, created_at, number) include (incident_id);

create or replace function keep_head() returns trigger language plpgsql as $$
begin
  update incident_head set template = new.template, status = new.status, visibility = new.visibility where incident_id = new.id;
  if old.status is distinct from new.status then
    update incident_member set status = new.status where incident_id = new.id;
  end if;
  return null;
end $$;

-- Each change of who may see what is named anew: what a process has read of that holds as long as the name is the same. It is named at
-- the end of a transaction, when that waits for nothing else, and once in it.
create table seen_change (one boolean primary key default true check (one), name uuid not null);

create function name_seen_change() returns trigger language plpgsql as $$
begin
  if current_setting('hindcast.seen', true) is distinct from 'named' then
    insert into seen_change (name) values (gen_random_uuid()) on conflict (one) do update set name = excluded.name;
    perform set_config('hindcast.seen', 'named', true);
  end if;
  return null;
end $$;
create constraint trigger name_seen_member after insert or delete on incident_member
  deferrable initially deferred for each row execute function name_seen_change();
create constraint trigger name_seen_insert after insert on incident
  deferrable initially deferred for each row when (new.visibility = 'restricted') execute function name_seen_change();
create constraint trigger name_seen_update after update of visibility on incident
  deferrable initially deferred for each row when ((old.visibility = 'restricted') <> (new.visibility = 'restricted'))
  execute function name_seen_change();
