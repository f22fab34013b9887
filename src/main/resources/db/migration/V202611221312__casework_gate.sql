-- What an officer says of what must come first (前置条件): whether it applies at all, and what there is to show for it.
create table casework_gate (
    subject    uuid        not null,          -- the draft, the stage, the request: whatever the act is made on
    obligation text        not null,
    office     uuid        not null references office_office (id),
    applies    boolean     not null,
    record     text        not null,          -- empty: it applies, and is still to be done
    officer    uuid        not null,
    at         timestamptz not null,
    primary key (subject, obligation)
);
-- The periods that the calendar has opened duties for.
create table casework_period (
    event     text        not null,
    ended_on  date        not null,
    opened_at timestamptz not null,
    primary key (event, ended_on)
);
grant select, insert, update on casework_gate to openland_program;
grant select, insert on casework_period to openland_program;
