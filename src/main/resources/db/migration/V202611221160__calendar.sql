-- The State Council's notices on holidays (节假日安排) and local ones, each kept in every version. Region '' is the whole
-- country; a code of two, four or six digits holds for all regions whose code begins with it.
create sequence calendar_version as bigint;   -- a number that was given is never given again, not even after a rollback

create table calendar_notice (
    region          text        not null check (region ~ '^([0-9]{2}){0,3}$'),
    year            int         not null,
    version         bigint      not null,
    title           text        not null,
    document_number text,                     -- null: not known
    issued_on       date,                     -- null: not known
    by_program      boolean     not null,     -- came with the program, not from an administrator
    digest          text        not null check (digest ~ '^[0-9a-f]{64}$'),
    loaded_at       timestamptz not null,
    primary key (region, year, version)
);
create table calendar_day (
    region  text   not null,
    year    int    not null,
    version bigint not null,
    day     date   not null,
    off     boolean not null,                 -- false: a make-up day (调休上班)
    name    text   not null,
    primary key (region, year, version, day),
    foreign key (region, year, version) references calendar_notice (region, year, version)
);

grant usage on sequence calendar_version to openland_program;
grant select, insert on calendar_notice, calendar_day to openland_program;
grant select on calendar_notice, calendar_day to openland_reader;
