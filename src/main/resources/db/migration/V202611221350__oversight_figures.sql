-- What offices owe, in figures (公开晾晒). Counted once after each change and not once for each reader; every row is for one
-- office only, the sums over those under it are made when somebody asks.
create table oversight_figure (
    office      uuid    not null references office_office (id),
    item        text    not null,                          -- empty: no published piece meets it
    target      boolean not null,                          -- a day that the office has set itself; never added to the others
    month       date    not null,                          -- of the last day (or of the first one said, while the clock is stopped)
    owed        int     not null,
    met_in_time int     not null,
    met_late    int     not null,
    overdue     int     not null,
    stopped     int     not null,
    primary key (office, item, target, month)
);
-- How many were late at the end of each month, as it is known now.
create table oversight_month_end (
    office  uuid not null references office_office (id),
    month   date not null,
    overdue int  not null,
    primary key (office, month)
);
-- The moment for which all of this holds.
create table oversight_as_of (
    one boolean     not null primary key default true check (one),
    at  timestamptz not null
);
insert into oversight_as_of (at) values ('2000-01-01T00:00:00Z');

-- Whose figures are to be counted again. A row for each statement: nobody waits for anybody.
create table oversight_change (
    id     bigint generated always as identity primary key,
    office uuid not null
);
create function oversight_note_change() returns trigger language plpgsql as $$
begin
    insert into oversight_change (office) select distinct office from changed;
    return null;
end $$;
create trigger oversight_clock_added after insert on casework_clock
    referencing new table as changed for each statement execute function oversight_note_change();
create trigger oversight_clock_changed after update on casework_clock
    referencing new table as changed for each statement execute function oversight_note_change();

create index casework_clock_met on casework_clock (met_at) where met_at is not null;

grant select, insert, delete on oversight_figure, oversight_month_end to openland_program;
grant select, update on oversight_as_of to openland_program;
grant select, insert, delete on oversight_change to openland_program;
grant select on oversight_figure, oversight_month_end, oversight_as_of to openland_reader;
