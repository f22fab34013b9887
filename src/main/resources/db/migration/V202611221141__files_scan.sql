-- What the virus scanner said of each content. A refused upload has a row here and none in files_file. quarantined: it came
-- while the scanner did not answer, so that nothing public can have these bytes and they go when a virus is found in them.
create table files_scan (
    sha256        text        not null primary key check (length(sha256) = 64),
    state         text        not null check (state in ('CLEAN', 'WAITING', 'INFECTED')),
    name          text        not null,
    at            timestamptz not null,
    quarantined   boolean     not null,
    claimed_until timestamptz
);
create index files_scan_todo on files_scan (at) where state = 'WAITING' or (state = 'INFECTED' and quarantined);
grant select, insert, update on files_scan to openland_program;
