-- The journal (留痕): what officers did. Rows come in the transaction of the act and never change afterwards.
create table journal_entry (
    n       bigint generated always as identity primary key,
    id      uuid        not null unique,
    at      timestamptz not null,
    act     text        not null check (act ~ '^[a-z-]+[.][a-z-]+$'),
    officer uuid,
    office  uuid,
    subject text        not null check (length(subject) <= 200),
    detail  jsonb       not null
);
create index journal_entry_officer on journal_entry (officer, n);
create index journal_entry_subject on journal_entry (subject, n);
create index journal_entry_office on journal_entry (office, n);

-- Entries that the sealer has not chained yet.
create table journal_unsealed (n bigint primary key);

-- The chain: hash = SHA-256(hash of the seal before, canonical JSON of the entry). The order is that of sealing.
create table journal_seal (
    seq   bigint primary key check (seq > 0),
    entry bigint not null unique,
    hash  bytea  not null check (length(hash) = 32)
);

create function journal_queue() returns trigger language plpgsql as $$
begin
    insert into journal_unsealed (n) values (new.n);
    return null;
end $$;
create trigger journal_entry_queued after insert on journal_entry for each row execute function journal_queue();

-- Grants keep the program away from old rows; this keeps the owner away as well.
create function journal_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The journal is append-only: % on % is refused.', tg_op, tg_table_name;
end $$;
create trigger journal_entry_kept before update or delete or truncate on journal_entry
    for each statement execute function journal_refuse_change();
create trigger journal_seal_kept before update or delete or truncate on journal_seal
    for each statement execute function journal_refuse_change();

grant select, insert on journal_entry, journal_seal to openland_program;
grant select, insert, delete on journal_unsealed to openland_program;
