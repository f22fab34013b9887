-- Up to which version of the calendar all running clocks have been counted; one row.
create table casework_recount (
    one     boolean primary key default true check (one),
    version bigint  not null
);
insert into casework_recount (version) values (0);
grant select, update on casework_recount to openland_program;
