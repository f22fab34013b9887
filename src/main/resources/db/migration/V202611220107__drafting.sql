-- What is not public yet. The public's role has no right on any table of this file.

create table drafting_draft (
    id           uuid        not null primary key,   -- made by the client
    office       uuid        not null references office_office (id),
    item         text        not null,
    pack         text        not null,
    content      jsonb       not null,
    digest       bytea       not null,
    state        text        not null check (state in ('DRAFTING', 'IN_REVIEW', 'APPROVED', 'SCHEDULED', 'PUBLISHED', 'DISCARDED')),
    step         int         not null,
    round        int         not null,
    author       uuid        not null,
    amends       uuid        references disclosure_disclosure (id),
    base_edition int         not null,
    publish_at   timestamptz,
    publisher    uuid,
    disclosure   uuid        references disclosure_disclosure (id),
    ledger_index bigint,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    check ((state = 'PUBLISHED') = (disclosure is not null))
);
create index drafting_by_office on drafting_draft (office, updated_at desc);
create index drafting_scheduled on drafting_draft (publish_at) where state = 'SCHEDULED';

-- whose move it is: the whole worklist
create table drafting_awaited (
    draft  uuid not null references drafting_draft (id),
    office uuid not null references office_office (id),
    post   text not null,
    primary key (draft, office, post)
);
create index drafting_awaited_by_post on drafting_awaited (office, post);

create table drafting_move (
    draft   uuid        not null references drafting_draft (id),
    n       int         not null,
    move    text        not null,
    round   int         not null,
    step    int         not null,
    officer uuid        not null,
    remark  text        not null,
    digest  bytea       not null,
    at      timestamptz not null,
    primary key (draft, n)
);

-- A signature is bound to the digest of the content and to the round; sending back begins a new round, and so voids it.
create table drafting_signature (
    draft     uuid        not null references drafting_draft (id),
    round     int         not null,
    step      int         not null,
    post      text        not null,
    office    uuid        not null references office_office (id),
    officer   uuid        not null,
    digest    bytea       not null,
    signed_at timestamptz not null,
    primary key (draft, round, officer)   -- nobody signs one edition twice
);

grant select, insert, update on drafting_draft to openland_program;
grant select, insert, delete on drafting_awaited to openland_program;
grant select, insert on drafting_move, drafting_signature to openland_program;
