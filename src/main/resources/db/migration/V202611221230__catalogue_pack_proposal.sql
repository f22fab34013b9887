-- Packs (目录包) that are loaded while the program runs: an administrator proposes, a second person decides. Nothing is ever
-- rewritten: the highest accepted version of a pack is in force, beside those that the program brings along.
create table catalogue_pack_proposal (
    id          uuid        not null primary key,
    office      uuid        not null references office_office (id),   -- for which, with all under it, it would hold
    pack        text        not null,
    version     int         not null,
    digest      text        not null check (digest ~ '^[0-9a-f]{64}$'),
    yaml        text        not null check (length(yaml) between 1 and 1000000),
    reason      text        not null check (length(trim(reason)) between 1 and 500),
    proposed_by uuid        not null,
    proposed_at timestamptz not null
);
create index catalogue_pack_proposal_by_office on catalogue_pack_proposal (office);

create table catalogue_pack_decision (
    proposal uuid        not null primary key references catalogue_pack_proposal (id),
    n        bigint      generated always as identity unique,
    officer  uuid        not null,
    accepted boolean     not null,
    remark   text        not null check (length(remark) <= 500),
    at       timestamptz not null
);

-- 一人提出、另一人审定, whoever writes the row
create function catalogue_pack_decided_by_another() returns trigger language plpgsql as $$
begin
    if exists (select 1 from catalogue_pack_proposal where id = new.proposal and proposed_by = new.officer) then
        raise exception 'pack proposal % is decided by who made it', new.proposal using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger catalogue_pack_decided_by_another before insert on catalogue_pack_decision
    for each row execute function catalogue_pack_decided_by_another();

grant select, insert on catalogue_pack_proposal, catalogue_pack_decision to openland_program;
