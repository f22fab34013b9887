-- The thread that joins pieces about one thing (卷): a parcel, an expropriation, a case. What belongs to it is found again at any
-- time from what is public; what an officer said otherwise stays.
create table disclosure_dossier (
    id          uuid        not null primary key,
    type        text        not null,
    region      text        not null,        -- where the thing is: the smallest one that a piece of it named
    created_at  timestamptz not null,
    merged_into uuid        references disclosure_dossier (id)
);
-- A number may lead to several threads: the same one of two places that have nothing to do with each other.
create table disclosure_dossier_key (
    dossier uuid    not null references disclosure_dossier (id),
    type    text    not null,
    key     text    not null check (key <> ''),
    alias   boolean not null,                -- an officer said so
    primary key (dossier, key)
);
create index disclosure_dossier_by_key on disclosure_dossier_key (key, type);
create table disclosure_dossier_piece (
    dossier    uuid    not null references disclosure_dossier (id),
    piece      uuid    not null references disclosure_disclosure (id),
    stage      text    not null,
    key        text    not null,             -- by which it came; empty where another piece led to it
    by_officer boolean not null,
    excluded   boolean not null,             -- an officer said that it does not belong to it
    primary key (dossier, piece, stage)
);
create index disclosure_dossier_of_piece on disclosure_dossier_piece (piece);

grant select, insert, update on disclosure_dossier to openland_program;
grant select, insert, update, delete on disclosure_dossier_key, disclosure_dossier_piece to openland_program;
grant select on disclosure_dossier, disclosure_dossier_key, disclosure_dossier_piece to openland_reader;

-- the shortest times that a piece began, and the duties about a thing
create index casework_case_by_ref on casework_case (source_ref) where source_ref <> '';
create index casework_case_by_thing on casework_case (key, item) where key <> '';
