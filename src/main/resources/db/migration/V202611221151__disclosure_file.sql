-- What the public reads of an attachment, as it was when its edition was published; goes with the content.
create table disclosure_file (
    disclosure uuid not null,
    number     int  not null,
    sha256     text not null,
    content    text not null,
    primary key (disclosure, number, sha256),
    foreign key (disclosure, number) references disclosure_content (disclosure, number) on delete cascade
);
create trigger disclosure_never_changes before update or truncate on disclosure_file
    for each statement execute function disclosure_never_changes();
grant select, insert, delete on disclosure_file to openland_program;
grant select on disclosure_file to openland_reader;
