-- Every pack that was ever loaded, for the drafts that were begun with it. digest = SHA-256 of the canonical content.
create table catalogue_pack (
    digest    text        primary key check (digest ~ '^[0-9a-f]{64}$'),
    id        text        not null,
    version   int         not null,
    content   jsonb       not null,
    loaded_at timestamptz not null
);

grant select, insert on catalogue_pack to openland_program;
grant select on catalogue_pack to openland_reader;
