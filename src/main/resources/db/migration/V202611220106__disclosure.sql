-- Published things only. Rows that say that something became public are never changed or deleted, by anyone; what the
-- public reads of a piece lies apart (disclosure_content) and is deleted, with its salt, on lawful withdrawal.

create table disclosure_number_counter (
    office uuid not null references office_office (id),
    year   int  not null,
    next   int  not null,
    primary key (office, year)
);

create table disclosure_disclosure (
    id           uuid        not null primary key,
    office       uuid        not null references office_office (id),
    item         text        not null,
    index_number text        not null,
    created_at   timestamptz not null,
    unique (office, index_number)
);
create index disclosure_by_index_number on disclosure_disclosure (index_number);

create table disclosure_edition (
    disclosure     uuid        not null references disclosure_disclosure (id),
    number         int         not null check (number >= 1),
    ledger_index   bigint      not null unique,
    published_at   timestamptz not null,
    draft          uuid        not null unique,
    content_digest bytea       not null,
    primary key (disclosure, number)
);

-- One signature of the review path, carried over when the edition is published.
create table disclosure_signature (
    disclosure uuid        not null,
    edition    int         not null,
    post       text        not null,
    office     uuid        not null,
    officer    uuid        not null,
    digest     bytea       not null,
    signed_at  timestamptz not null,
    primary key (disclosure, edition, officer)
);

create table disclosure_content (
    disclosure      uuid        not null,
    number          int         not null,
    ledger_index    bigint      not null unique,
    published_at    timestamptz not null,
    office          uuid        not null,
    item            text        not null,
    title           text        not null,
    document_number text,
    produced_on     date,
    validity        text,
    canonical       text        not null,
    salt            bytea       not null check (length(salt) = 16),
    primary key (disclosure, number),
    foreign key (disclosure, number) references disclosure_edition (disclosure, number)
);
create index disclosure_content_by_office on disclosure_content (office, ledger_index desc);
create index disclosure_content_by_item on disclosure_content (item, ledger_index desc);

-- edition null: the whole piece; a number: that edition alone (retracted by a correction)
create table disclosure_withdrawal (
    disclosure   uuid        not null references disclosure_disclosure (id),
    edition      int,
    ledger_index bigint      not null unique,
    at           timestamptz not null,
    ground       text        not null check (length(trim(ground)) > 0),
    title        text,
    officer      uuid        not null,
    remark       text        not null,
    unique nulls not distinct (disclosure, edition)
);

-- 先审查后公开 (review before release): whoever writes the row, an edition without the signatures of its very content
-- does not survive the transaction (政府信息公开条例 2019, art. 17).
create function disclosure_edition_is_reviewed() returns trigger language plpgsql as $$
declare
    signers int;
begin
    if not exists (select 1 from disclosure_signature
                    where disclosure = new.disclosure and edition = new.number
                      and digest = new.content_digest and post = 'SECRECY') then
        raise exception 'edition % of % carries no secrecy signature of its content', new.number, new.disclosure
            using errcode = 'integrity_constraint_violation';
    end if;
    select count(distinct officer) into signers from disclosure_signature
     where disclosure = new.disclosure and edition = new.number and digest = new.content_digest;
    if signers < 2 or not exists (select 1 from disclosure_signature
                    where disclosure = new.disclosure and edition = new.number
                      and digest = new.content_digest and post in ('LEADER', 'HEAD')) then
        raise exception 'edition % of % is not approved by a second person', new.number, new.disclosure
            using errcode = 'integrity_constraint_violation';
    end if;
    if not exists (select 1 from ledger_entry where idx = new.ledger_index and subject = new.disclosure) then
        raise exception 'edition % of % is not in the ledger', new.number, new.disclosure
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;

-- Content is public only with its edition (foreign key), so it cannot go round the signatures either.
create constraint trigger disclosure_edition_is_reviewed
    after insert on disclosure_edition deferrable initially deferred
    for each row execute function disclosure_edition_is_reviewed();

create function disclosure_never_changes() returns trigger language plpgsql as $$
begin
    raise exception '% is never changed or deleted', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger disclosure_never_changes before update or delete or truncate on disclosure_disclosure
    for each statement execute function disclosure_never_changes();
create trigger disclosure_never_changes before update or delete or truncate on disclosure_edition
    for each statement execute function disclosure_never_changes();
create trigger disclosure_never_changes before update or delete or truncate on disclosure_signature
    for each statement execute function disclosure_never_changes();
create trigger disclosure_never_changes before update or delete or truncate on disclosure_withdrawal
    for each statement execute function disclosure_never_changes();
create trigger disclosure_never_changes before update or truncate on disclosure_content
    for each statement execute function disclosure_never_changes();

grant select, insert, update on disclosure_number_counter to openland_program;
grant select, insert on disclosure_disclosure, disclosure_edition, disclosure_signature, disclosure_withdrawal to openland_program;
grant select, insert, delete on disclosure_content to openland_program;
grant select on disclosure_disclosure, disclosure_content to openland_reader;
-- the digest of the unmasked content and the names of the signers are not for the public
grant select (disclosure, number, ledger_index, published_at) on disclosure_edition to openland_reader;
grant select (disclosure, edition, ledger_index, at, ground, title) on disclosure_withdrawal to openland_reader;
