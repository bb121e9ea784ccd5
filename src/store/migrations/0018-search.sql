-- What is searched is held in memory by each process (docs/decisions/0030): the database keeps the texts in the order in which they
-- changed, so that a process reads what is new to it. Indexed anew from the ledger's first entry.
drop table search_full, search_document;
drop function search_words;
update search_progress set seq = -1;

create table search_document (
  incident_id uuid primary key,
  number bigint not null,
  -- The last entry of the ledger when its texts were taken.
  seq bigint not null,
  -- The day it happened, or was written down.
  occurred date not null,
  title text not null,
  -- Summary, cause, everything else.
  texts text[] not null,
  services text[] not null,
  -- What else it is narrowed and grouped by: names and lists of values.
  groups json not null
);
create index search_document_seq on search_document (seq, number);
create index search_document_services on search_document using gin (services) with (fastupdate = off);
create unique index search_document_number on search_document (number);
