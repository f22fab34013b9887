-- An office above asks an office below about a late duty (催办); the office below answers, which is the receipt. Neither is changed
-- or deleted afterwards.
create table casework_reminder (
    id              uuid        not null primary key,
    case_id         uuid        not null references casework_case (id),
    from_office     uuid        not null references office_office (id),
    to_office       uuid        not null references office_office (id),
    officer         uuid        not null,
    at              timestamptz not null,
    text            text        not null check (length(text) between 2 and 500),
    acknowledged_by uuid,
    acknowledged_at timestamptz,
    answer          text        not null default '',
    check ((acknowledged_at is null) = (acknowledged_by is null)),
    check ((acknowledged_at is null) = (answer = ''))
);
create index casework_reminder_of_case on casework_reminder (case_id, at);
create unique index casework_reminder_open on casework_reminder (case_id, from_office) where acknowledged_at is null;
create index casework_reminder_to on casework_reminder (to_office, at desc);
create index casework_reminder_from on casework_reminder (from_office, at desc);

-- One digest of reminders per officer and day, whichever process writes it.
create table casework_digest (
    officer uuid        not null,
    on_day  date        not null,                          -- in China
    at      timestamptz not null,
    lines   int         not null,                          -- 0: there was nothing to say, and nothing was sent
    primary key (officer, on_day)
);

grant select, insert on casework_reminder to openland_program;
grant update (acknowledged_by, acknowledged_at, answer) on casework_reminder to openland_program;
grant select, insert, update on casework_digest to openland_program;
-- How often an office was asked is public; what was asked and answered is not.
grant select (id, case_id, from_office, to_office, at, acknowledged_at) on casework_reminder to openland_reader;
