-- By what the public can filter the list of an item: values of the published projection, never of what is masked or hidden.
-- Written in the publication's transaction, goes with the content; can be made anew from it at any time.
-- field: a name of the pack, "table.column", or "@validity", "@year". value: of a facet by value. low and high: the ends of
-- one by range (yuan, square metres, days since 1970-01-01, plain numbers), both included.
create table disclosure_facet (
    disclosure   uuid   not null,
    number       int    not null,
    ledger_index bigint not null,
    item         text   not null,
    field        text   not null,
    value        text,
    label        text,
    low          numeric,
    high         numeric,
    check ((value is null) = (low is not null) and (low is null) = (high is null)),
    unique nulls not distinct (disclosure, number, field, value, low, high),
    foreign key (disclosure, number) references disclosure_content (disclosure, number) on delete cascade
);
create index disclosure_facet_by_value on disclosure_facet (item, field, value, ledger_index desc) where value is not null;
create index disclosure_facet_by_range on disclosure_facet (item, field, low, high) where low is not null;
-- the filters of the list of an item by the time and by the office at once
create index disclosure_content_by_item_office on disclosure_content (item, office, ledger_index desc);
-- by what the editions of an item were read when their facets were made; when the pack says otherwise they are made anew
create table disclosure_facet_state (
    item     text   not null primary key,
    declared text   not null,
    next     bigint             -- index of the first ledger entry that was not read yet; null when all were
);
grant select, insert, delete on disclosure_facet to openland_program;
grant select on disclosure_facet to openland_reader;
grant select, insert, update on disclosure_facet_state to openland_program;
