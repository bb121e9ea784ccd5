-- What a list said of an issue, counted: whoever compared the link meanwhile looks at it again.
alter table tracker_link add column heard integer not null default 0;
