-- Lists whose first page takes as long for 100,000 incidents as for 1,000.

-- Words of titles are looked for among the newest incidents by an index alone. A text as long as this one may be goes on in the title.
alter table incident_head add column plain text generated always as (left(lower(title), 300)) stored;
drop index incident_head_created;
create index incident_head_created on incident_head (open, created_at, number) include (incident_id, plain);

-- Of a word the runs of three characters: the shorter ones stand in nearly every title, and to go through their lists takes long.
create function telling_grams(given text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(gram), '{}') from unnest(grams(given)) as gram where length(gram) >= least(length(given), 3)
$$;

-- Open actions among many that are done, the next due first.
create index action_head_state_due on action_head (status, ticked, due_day, number, id);

-- Signals that wait for a person, and those that were ignored, the newest first.
create index signal_waiting on signal (epoch_ms, id) where incident_id is null and not coalesce(decision->>'act', '') = 'ignore';
create index signal_ignored on signal (epoch_ms, id) where incident_id is null and coalesce(decision->>'act', '') = 'ignore';

-- The status page: what is open first, then the newest.
drop index status_report_shown;
create index status_report_shown on status_report ((resolved_at is null), created_at) where removed_at is null;
