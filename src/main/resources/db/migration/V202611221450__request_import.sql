-- Import of an old book (旧台账): what was uploaded, what was found wrong with it, who confirmed it, how far it has come.
create table request_import (
    id           uuid        not null primary key,
    office       uuid        not null references office_office (id),
    name         text        not null,
    sha256       text        not null,
    state        text        not null check (state in ('READ', 'CONFIRMED', 'RUNNING', 'DONE', 'FAILED')),
    good         int         not null,
    bad          int         not null,
    open         int         not null,               -- of the good ones: not answered yet
    first_on     date,
    last_on      date,
    faults       jsonb       not null,               -- the first two hundred
    uploaded_by  uuid        not null,
    uploaded_at  timestamptz not null,
    confirmed_by uuid,
    confirmed_at timestamptz,
    beaten_at    timestamptz,                        -- while it runs: that it still does
    fresh        int         not null default 0,
    known        int         not null default 0,     -- were there before
    failed       text        not null default ''
);
create index request_import_of on request_import (office, uploaded_at desc);
create index request_import_due on request_import (confirmed_at) where state in ('CONFIRMED', 'RUNNING');
grant select, insert, update on request_import to openland_program;

-- The list of programs goes by id, which begins with the time.
create index request_request_by_id on request_request (office, id desc);
