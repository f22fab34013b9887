-- Who acted for whom; a signature counts for the one whose post it is, so nobody's stands twice in one round.
alter table drafting_move add column on_behalf uuid;
alter table drafting_signature add column on_behalf uuid;
create unique index drafting_signature_once on drafting_signature (draft, round, coalesce(on_behalf, officer));

-- What a reviewer remarks beside a field when he sends a draft back, bound to what stood there then, and what the drafter answers.
create table drafting_remark (
    draft       uuid  not null,
    n           int   not null,   -- the move that sent it back
    field       text  not null check (length(field) between 1 and 200),
    remark      text  not null check (length(remark) between 1 and 1000),
    value       bytea not null check (length(value) = 32),
    answer      text  not null default '' check (length(answer) <= 1000),
    answered_by uuid,
    answered_at timestamptz,
    primary key (draft, n, field),
    foreign key (draft, n) references drafting_move (draft, n)
);

-- "Last year's again": the earlier draft that this one was copied from, and what could not be copied.
create table drafting_origin (
    draft   uuid not null primary key references drafting_draft (id),
    origin  uuid not null references drafting_draft (id),
    dropped text[] not null
);

create index drafting_waiting on drafting_draft (updated_at, id) where state in ('DRAFTING', 'IN_REVIEW', 'APPROVED');
create index drafting_of_item on drafting_draft (office, item, updated_at desc) where state = 'PUBLISHED';

grant select, insert, update on drafting_remark to openland_program;
grant select, insert on drafting_origin to openland_program;
