-- 委托代办: an officer who is away hands a post to another officer of the same office, from one moment to another.
create table office_delegation (
    id         uuid primary key,
    officer    uuid not null references office_officer,   -- who is away
    delegate   uuid not null references office_officer,
    office     uuid not null references office_office,
    post       text not null check (post in ('DRAFTER', 'SECRECY', 'LEADER', 'HEAD', 'DESK', 'IMPORTER')),
    valid_from timestamptz not null,
    valid_to   timestamptz not null,
    reason     text not null check (length(reason) between 2 and 200),
    made_at    timestamptz not null,
    revoked_by uuid references office_officer,
    check (officer <> delegate),
    check (valid_to >= valid_from),
    unique (id, delegate, office, post),
    constraint office_delegation_once exclude using gist
        (officer with =, office with =, post with =, tstzrange(valid_from, valid_to) with &&)
);
create index office_delegation_delegate on office_delegation (delegate);

-- What is handed over is a post like any other, so the constraints of office_post hold for it too: nobody holds one post
-- twice, and nobody holds posts of two branches (三权分立). An administrator's post cannot be handed over at all.
alter table office_post add column delegation uuid unique;
alter table office_post add constraint office_post_delegated
    foreign key (delegation, officer, office, post) references office_delegation (id, delegate, office, post);
alter table office_post add constraint office_post_delegated_ends
    check (delegation is null or branch = 'BUSINESS' and valid_to is not null);

grant select, insert, update on office_delegation to openland_program;
