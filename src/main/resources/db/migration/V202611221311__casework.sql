-- Work with a due date (办件). A publishing duty (公开义务) is a case too, so that there is one worklist, one reminder and one
-- overdue figure for everything. Cases are never deleted: the figures of a month stay what they were.
create table casework_case (
    id             uuid        not null primary key,
    kind           text        not null,
    office         uuid        not null references office_office (id),
    unit           text        not null,                  -- the part of the office that does it
    obligation     text        not null,
    rule_kind      text        not null,
    rule           jsonb       not null,                  -- as it stood on the day of the trigger: it holds for this case for ever
    item           text,                                  -- null: no published piece meets it
    title          text        not null,
    subject        text        not null,                  -- what it is about; not for the public
    public_subject text,                                  -- the same, once somebody has answered for its being shown
    key            text        not null,
    happened_at    timestamp   not null,                  -- local in China
    source         text        not null check (source in ('OFFICER', 'PROGRAM', 'CASE', 'CALENDAR', 'CANDIDATE')),
    source_ref     text        not null,
    state          text        not null,
    piece          uuid        references disclosure_disclosure (id),
    evidence       text,
    opened_at      timestamptz not null,
    opened_by      uuid
);
-- the same thing reported again is the same case; a shortest time belongs to the piece that began it
create unique index casework_case_once on casework_case (office, obligation, item, happened_at, key, subject,
    (case rule_kind when 'MIN_DURATION' then source_ref else '' end)) nulls not distinct;
create index casework_case_by_key on casework_case (office, item, key) where key <> '';
create index casework_case_by_piece on casework_case (piece) where piece is not null;
create index casework_case_by_item on casework_case (item, id);

-- A dated promise (时限). due_at is the first moment that is too late; it is null while the clock is stopped (中止).
-- This one partial index is the whole deadline scheduler.
create table casework_clock (
    case_id          uuid           not null references casework_case (id),
    name             text           not null,
    office           uuid           not null references office_office (id),
    kind             text           not null,
    unit             text           not null,             -- WD, CD, M, Y, H, DUR_WD, DUR_CD, BEFORE_WD, BEFORE_CD, FIXED
    n                int            not null,             -- without the extension; 0 for FIXED
    rule             text           not null,             -- WD 7
    region           text           not null,             -- whose working days
    start_at         timestamp      not null,             -- local in China
    extension        int            not null default 0,   -- in the rule's unit
    pauses           datemultirange not null default '{}',-- days that are not counted
    paused_on        date,
    due_on           date,
    due_at           timestamptz,
    provisional      boolean        not null,
    calendar_version bigint         not null,
    first_due_on     date           not null,             -- what was said first
    met_at           timestamptz,
    ended_at         timestamptz,                         -- cancelled
    primary key (case_id, name)
);
create index casework_clock_due on casework_clock (due_at) where met_at is null and ended_at is null;
create index casework_clock_of_office on casework_clock (office, due_at);

-- Each date that a clock was given after its first one, and why: a date that was told is never moved in silence.
create table casework_due_change (
    case_id uuid        not null,
    name    text        not null,
    at      timestamptz not null,
    from_on date,
    to_on   date,
    cause   text        not null,                         -- what moved it, in words for everybody
    reason  text        not null,                         -- an officer's, not for the public; empty when nobody gave one
    told_at timestamptz,
    foreign key (case_id, name) references casework_clock (case_id, name)
);
create index casework_due_change_of on casework_due_change (case_id);
create index casework_due_change_untold on casework_due_change (at) where told_at is null;

create table casework_move (
    case_id uuid        not null references casework_case (id),
    n       int         not null,
    move    text        not null,
    to_state text       not null,
    officer uuid,                                         -- null: the program
    reason  text        not null,
    detail  jsonb       not null,
    at      timestamptz not null,
    primary key (case_id, n)
);

grant select, insert, update on casework_case, casework_clock, casework_due_change to openland_program;
grant select, insert on casework_move to openland_program;
-- The public may see what is owed and when, never what an officer wrote of it before somebody answered for it.
grant select (id, kind, office, unit, obligation, rule_kind, rule, item, title, public_subject, happened_at, state, piece, opened_at) on casework_case to openland_reader;
grant select on casework_clock to openland_reader;
grant select (case_id, name, at, from_on, to_on, cause) on casework_due_change to openland_reader;
grant select (case_id, n, move, to_state, at) on casework_move to openland_reader;
