-- What people said about the clocks of an incident: whether one applies, when it began, how it was done. Beside the record, as duties
-- outlive a document that is signed, published and archived.
create table clock_mark (
  incident_id uuid not null references incident,
  -- Of the rule.
  clock text not null,
  value json not null,
  version int not null default 1,
  -- An incident without an unsettled clock is not looked for among those that run.
  settled boolean not null,
  primary key (incident_id, clock)
);
create index clock_mark_running on clock_mark (incident_id) where not settled;
