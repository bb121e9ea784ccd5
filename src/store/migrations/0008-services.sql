-- How services are watched: what a person wrote, and beside it what nobody is shown again (headers of a Prometheus, a database's address).
create table service (
  id uuid primary key,
  name text not null,
  source text not null,
  secret json not null default '{}',
  version integer not null default 1,
  removed_at timestamptz
);
create unique index service_name on service (lower(name)) where removed_at is null;
