-- What was shown to somebody before he filed a request, and whether it was what he wanted. Nothing in it says who he was or what he
-- wrote, and no filing points here: the day is kept, not the hour.

create table request_suggestion (
    id     uuid  not null primary key,
    on_day date  not null,
    shown  jsonb not null,                                  -- ids of pieces
    answer text  check (answer in ('FOUND', 'NONE')),       -- null: nothing was said
    piece  uuid                                             -- which one it was
);
create index request_suggestion_day on request_suggestion (on_day);

-- Whether the applicant agrees that a wrong office hands his request over to the right one.
alter table request_filing add column transfer boolean not null default false;

grant select, insert, update on request_suggestion to openland_program;
