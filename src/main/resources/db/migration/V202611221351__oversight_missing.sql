-- By which number a citizen who said that something is missing can see where it stands. What he wrote is in the candidate only.
create table oversight_missing (
    number    text        not null primary key,
    candidate uuid        not null,
    at        timestamptz not null
);
create index oversight_missing_of on oversight_missing (candidate);
grant select, insert on oversight_missing to openland_program;
