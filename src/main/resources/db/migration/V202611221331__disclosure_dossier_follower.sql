-- Who wants to be told what becomes public in a dossier (卷), without an account. An address counts once its owner has confirmed it;
-- the row goes when he has had enough. Nobody reads it but the program.
create table disclosure_dossier_follower (
    id           uuid        not null primary key,
    dossier      uuid        not null references disclosure_dossier (id),
    address      text        not null,
    token        text        not null unique,      -- in the links of his mails
    created_at   timestamptz not null,
    confirmed_at timestamptz,
    unique (dossier, address)
);
create index disclosure_dossier_follower_waiting on disclosure_dossier_follower (created_at) where confirmed_at is null;
create index disclosure_dossier_follower_by_address on disclosure_dossier_follower (address);
grant select, insert, update, delete on disclosure_dossier_follower to openland_program;

-- a document number leads to its dossier
create index disclosure_content_by_document_number on disclosure_content (replace(document_number, ' ', '')) where document_number is not null;
