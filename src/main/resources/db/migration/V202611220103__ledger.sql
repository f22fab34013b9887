-- The ledger (账本). What is in it stays: entries, checkpoints and the log's name have no UPDATE, DELETE or TRUNCATE,
-- neither by grant nor, for the owner of the tables, by trigger.

create table ledger_log (
    one        boolean primary key default true check (one),
    origin     text not null check (origin <> ''),
    public_key bytea not null check (length(public_key) = 32),
    created_at timestamptz not null
);

-- The next index. A locked row and not a sequence, because a sequence leaves gaps when a transaction rolls back.
create table ledger_counter (
    one  boolean primary key default true check (one),
    next bigint not null check (next >= 0)
);
insert into ledger_counter (next) values (0);

create table ledger_entry (
    idx       bigint primary key,
    subject   uuid not null,
    type      text not null,
    leaf      text not null,
    leaf_hash bytea not null constraint ledger_entry_leaf_hash check (leaf_hash = sha256('\x00'::bytea || convert_to(leaf, 'UTF8'))),
    at        timestamptz not null
);
create index ledger_entry_subject on ledger_entry (subject, idx);

create table ledger_checkpoint (
    size      bigint primary key check (size >= 0),
    root      bytea not null check (length(root) = 32),
    note      text not null,
    frontier  bytea not null,
    signed_at timestamptz not null
);

-- Where each reader of each node stands: the index of the first entry it has not taken in. Heartbeats by this database's clock.
create table ledger_reader (
    reader   text not null,
    node     text not null,
    position bigint not null,
    seen_at  timestamptz not null,
    primary key (reader, node)
);

create function ledger_stays() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % is not allowed for anyone', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
end $$;

create trigger ledger_log_stays before update or delete or truncate on ledger_log for each statement execute function ledger_stays();
create trigger ledger_entry_stays before update or delete or truncate on ledger_entry for each statement execute function ledger_stays();
create trigger ledger_checkpoint_stays before update or delete or truncate on ledger_checkpoint for each statement execute function ledger_stays();
create trigger ledger_counter_stays before delete or truncate on ledger_counter for each statement execute function ledger_stays();

-- No gap, whoever writes: an entry has the next index and the counter's row was taken for it …
create function ledger_entry_is_next() returns trigger language plpgsql as $$
begin
    if new.idx <> (select coalesce(max(idx) + 1, 0) from ledger_entry) then
        raise exception 'entry % is not the next one of the ledger', new.idx using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger ledger_entry_is_next before insert on ledger_entry for each row execute function ledger_entry_is_next();

-- … and when a transaction ends, the counter stands right behind the last entry.
create function ledger_counter_fits() returns trigger language plpgsql as $$
begin
    if (select next from ledger_counter) <> (select coalesce(max(idx) + 1, 0) from ledger_entry) then
        raise exception 'the ledger''s counter does not stand behind its last entry' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger ledger_counter_fits after update on ledger_counter
    deferrable initially deferred for each row execute function ledger_counter_fits();
create constraint trigger ledger_entry_fits after insert on ledger_entry
    deferrable initially deferred for each row execute function ledger_counter_fits();

-- A checkpoint covers more than the last one, and nothing that is not there.
create function ledger_checkpoint_grows() returns trigger language plpgsql as $$
begin
    if new.size <= (select max(size) from ledger_checkpoint) or new.size > (select coalesce(max(idx) + 1, 0) from ledger_entry) then
        raise exception 'a checkpoint of size % does not follow', new.size using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger ledger_checkpoint_grows before insert on ledger_checkpoint for each row execute function ledger_checkpoint_grows();

-- also where replication or a restore switches ordinary triggers off
alter table ledger_log enable always trigger ledger_log_stays;
alter table ledger_entry enable always trigger ledger_entry_stays;
alter table ledger_checkpoint enable always trigger ledger_checkpoint_stays;
alter table ledger_counter enable always trigger ledger_counter_stays;

grant select, insert on ledger_log, ledger_entry, ledger_checkpoint to openland_program;
grant select, update on ledger_counter to openland_program;
grant select, insert, update, delete on ledger_reader to openland_program;
grant select on ledger_log, ledger_entry, ledger_checkpoint to openland_reader;
