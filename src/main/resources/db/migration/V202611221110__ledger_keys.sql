-- The keys of the log, each with the size of the first checkpoint that it signs: those of an older size stay for whoever
-- verifies an older checkpoint. The entry is the leaf that announces them; the first keys have none.
create table ledger_key (
    since      bigint not null check (since >= 0),
    type       text not null check (type in ('ed25519', 'sm2')),
    public_key bytea not null,
    entry      bigint check ((entry is null) = (since = 0) and since = coalesce(entry + 2, 0)),
    added_at   timestamptz not null,
    primary key (since, type),
    check (length(public_key) = case type when 'ed25519' then 32 else 65 end)
);
insert into ledger_key (since, type, public_key, added_at) select 0, 'ed25519', public_key, created_at from ledger_log;

create trigger ledger_key_stays before update or delete or truncate on ledger_key for each statement execute function ledger_stays();
alter table ledger_key enable always trigger ledger_key_stays;

grant select, insert on ledger_key to openland_program;
grant select on ledger_key to openland_reader;
