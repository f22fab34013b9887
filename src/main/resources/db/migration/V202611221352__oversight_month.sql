-- An office's month as it stood when the month ended (上级看到的我们). Never changed: what is known later is shown beside it.
create table oversight_month (
    office      uuid        not null references office_office (id),
    month       date        not null,
    frozen_at   timestamptz not null,
    owed        int         not null,
    met_in_time int         not null,
    met_late    int         not null,
    overdue     int         not null,
    stopped     int         not null,
    late_at_end int         not null,
    done        int         not null,
    moved       int         not null,
    primary key (office, month)
);
create index casework_due_change_at on casework_due_change (at);
grant select, insert on oversight_month to openland_program;
grant select on oversight_month to openland_reader;
