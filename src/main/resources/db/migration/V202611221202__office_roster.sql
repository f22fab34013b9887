-- A list of officers and posts that was uploaded (人员名册), until each administrator has confirmed his part. No passwords.
create table office_roster (
    id          uuid primary key,
    uploaded_by uuid not null references office_officer,
    uploaded_at timestamptz not null,
    lines       jsonb not null
);
grant select, insert, delete on office_roster to openland_program;
