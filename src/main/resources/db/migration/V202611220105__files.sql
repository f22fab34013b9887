-- One row for each distinct content; the bytes lie in the store under their SHA-256.
create table files_file (
    sha256    text        not null primary key check (length(sha256) = 64),
    type      text        not null,
    size      bigint      not null,
    stored_at timestamptz not null
);
grant select, insert on files_file to openland_program;
grant select on files_file to openland_reader;
