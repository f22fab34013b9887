-- What must be so at all times (常态要求) and no piece shows: an officer says on a day whether it is. Rows only come.
create table oversight_state (
    office     uuid        not null references office_office (id),
    obligation text        not null,
    at         timestamptz not null,
    holds      boolean     not null,
    officer    uuid        not null,
    primary key (office, obligation, at)
);
-- Figures that an office reports of itself, part by part, with the sum it has given elsewhere (对不上的数).
create table oversight_reported (
    office  uuid        not null references office_office (id),
    kind    text        not null,
    month   date        not null,
    at      timestamptz not null,
    parts   jsonb       not null,             -- {"enquiry": 12, …}: names of the kind's parts
    total   bigint      not null check (total >= 0),
    officer uuid        not null,
    primary key (office, kind, month, at)
);
grant select, insert on oversight_state, oversight_reported to openland_program;
grant select (office, obligation, at, holds) on oversight_state to openland_reader;
grant select (office, kind, month, at, parts, total) on oversight_reported to openland_reader;
