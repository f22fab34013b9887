-- When a 负面清单 changes, what is public already is read again: how far, and what was found. Nothing is withdrawn by it.
create table disclosure_stock_walk (
    version uuid   not null primary key,   -- of the list's entry
    next    bigint not null,               -- index of the first ledger entry that was not read
    done_at timestamptz
);
create table disclosure_stock_finding (
    version    uuid        not null,
    disclosure uuid        not null,
    number     int         not null,
    field      text        not null,
    place      text        not null,
    kind       text        not null,
    found_at   timestamptz not null,
    primary key (version, disclosure, number, field, place)
);
grant select, insert, update on disclosure_stock_walk to openland_program;
grant select, insert on disclosure_stock_finding to openland_program;
