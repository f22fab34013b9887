-- How the pieces of an item were joined (归卷); when the packs say otherwise they are joined anew.
create table disclosure_dossier_state (
    item     text   not null primary key,
    declared text   not null,
    next     bigint             -- index of the first ledger entry that was not read yet; null when all were
);
grant select, insert, update on disclosure_dossier_state to openland_program;
