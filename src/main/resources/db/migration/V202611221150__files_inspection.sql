-- What was found in each file, and the copy that may be published instead of it. It holds what files hide, and drafts'
-- files: the public's role has no right here; what it may read of a file is in disclosure_file.
create table files_inspection (
    sha256 text        not null primary key references files_file (sha256),
    found  text        not null,
    at     timestamptz not null
);
create table files_copy (
    original text not null primary key references files_file (sha256),
    copy     text not null references files_file (sha256)
);
grant select, insert, update on files_inspection to openland_program;
grant select, insert on files_copy to openland_program;
