-- Where an officer wants to be told by mail; he writes it himself. Nobody else sees it.
alter table office_officer add column mail text check (length(mail) between 3 and 254);
create index office_officer_mail on office_officer (id) where mail is not null;
