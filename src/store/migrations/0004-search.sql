-- What words are looked for in. It follows the ledger: whoever numbers entries indexes, a moment later, the incidents they name.
-- The words of all texts stand in a table of their own: they are large, and a shown row does not need them.
create table search_document (
  incident_id uuid primary key,
  -- The day it happened, or was written down.
  occurred date not null,
  services text[] not null,
  title text not null,
  summary text not null,
  timeline text not null,
  head tsvector not null
);
alter table search_document alter column timeline set storage external, alter column head set storage external;
create index search_document_head on search_document using gin (head) with (fastupdate = off);

create table search_full (
  incident_id uuid primary key,
  words tsvector not null
);
alter table search_full alter column words set storage external;
create index search_full_words on search_full using gin (words) with (fastupdate = off);

-- The last entry of the ledger whose incident is indexed.
create table search_progress (
  one boolean primary key default true check (one),
  seq bigint not null
);
insert into search_progress (seq) values (-1);

-- The words of a text. The parser keeps `get.example.org` and `consumer_lag` as one word, so their pieces are added. A text with more
-- different words than a vector holds is cut.
create function search_words(given text) returns tsvector language plpgsql immutable parallel safe as $$
begin
  return to_tsvector('english', given || ' ' ||
    regexp_replace(regexp_replace(given, '([[:alpha:]])([[:digit:]])', '\1 \2', 'g'), '[^[:alnum:]]+', ' ', 'g'));
exception when program_limit_exceeded then
  return search_words(left(given, length(given) / 2));
end $$;
