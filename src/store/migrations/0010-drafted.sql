-- What a draft wrote, so that the next one writes it anew as long as nobody changed it: a field or a list, and the SHA-256 of its value.
create table drafted (
  incident_id uuid not null references incident,
  path text not null,
  sha256 text not null,
  primary key (incident_id, path)
);
