-- Insights are counted in memory by each process: what changed last has the highest place, so that a process reads what is new to it.
create sequence insight_place;
alter table insight add column place bigint not null default nextval('insight_place');
create unique index insight_changed on insight (place);

-- One statement after the other: a place that is seen has none below it that comes later.
create function wait_for_insight() returns trigger language plpgsql as $$
begin
  perform from insight_progress for update;
  return null;
end $$;
create trigger wait_for_insight before insert or update on insight for each statement execute function wait_for_insight();

create function place_insight() returns trigger language plpgsql as $$
begin
  new.place := nextval('insight_place');
  return new;
end $$;
create trigger place_insight before update on insight for each row execute function place_insight();
