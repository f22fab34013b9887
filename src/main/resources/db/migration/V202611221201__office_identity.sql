-- Who an identity provider (统一身份认证) says somebody is, and whose account that is. A row begins as a request without an
-- officer; the security administrator links it, and the officer takes it up with his password before it opens anything.
create table office_identity (
    id           uuid primary key,
    issuer       text not null check (length(issuer) <= 500),
    subject      text not null check (length(subject) between 1 and 255),
    shown_name   text not null check (length(shown_name) <= 100),
    mark         text not null unique check (mark ~ '^[2-9A-Z]{8}$'),
    requested_at timestamptz not null,
    officer      uuid unique references office_officer,
    linked_by    uuid references office_officer,
    linked_at    timestamptz,
    taken_up_at  timestamptz,
    unique (issuer, subject),
    check ((officer is null) = (linked_at is null)),
    check (officer is not null or taken_up_at is null)
);
grant select, insert, update, delete on office_identity to openland_program;
