-- What somebody or something noticed to be missing (线索): perhaps a duty that nobody reported. An officer confirms it, which opens
-- the duty, or refuses it with a reason. Neither is ever deleted.
create table casework_candidate (
    id              uuid        not null primary key,
    office          uuid        not null references office_office (id),
    item            text        not null,                  -- empty: who noticed it could not say
    key             text        not null,
    subject         text        not null,                  -- not for the public
    happened_at     timestamp,                             -- local in China; null: whoever confirms it says when
    reason          text        not null,
    source          text        not null check (source in ('GAP', 'STAGE', 'FILE', 'CITIZEN')),
    source_ref      text        not null,
    state           text        not null default 'WAITING' check (state in ('WAITING', 'CONFIRMED', 'REFUSED')),
    found_at        timestamptz not null,
    decided_by      uuid,
    decided_at      timestamptz,
    decision_reason text        not null default '',
    case_id         uuid        references casework_case (id),
    check ((state = 'WAITING') = (decided_at is null)),
    check ((state = 'CONFIRMED') = (case_id is not null)),
    unique (office, item, key, subject, source, source_ref)   -- the same finding twice is one
);
-- One number of one office and item waits once, whoever noticed it.
create unique index casework_candidate_one on casework_candidate (office, item, key) where state = 'WAITING' and key <> '';
create index casework_candidate_waiting on casework_candidate (office, found_at, id) where state = 'WAITING';
create index casework_candidate_of_office on casework_candidate (office, decided_at desc) where state <> 'WAITING';

-- Lists by the day, those that are stopped last.
create index casework_clock_running on casework_clock (office, coalesce(due_at, 'infinity'::timestamptz), case_id)
    where met_at is null and ended_at is null;

grant select, insert, update on casework_candidate to openland_program;
grant select (id, office, item, source, source_ref, state, found_at, decided_at, case_id) on casework_candidate to openland_reader;
