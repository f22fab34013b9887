-- The second factor (动态口令, RFC 6238), passwords that somebody else has set, and who demands what.

-- OWN: chosen by the officer himself. ONCE: set by the system administrator, to be changed at the first sign-in.
-- HELD: the same for somebody who holds posts; the security administrator has not yet let it pass.
alter table office_officer add column password_kind text not null default 'OWN' check (password_kind in ('OWN', 'ONCE', 'HELD'));

-- The secret is encrypted (AES-256-GCM, bound to the officer) with a key that is not in the database. A step of 30 s is
-- accepted once: last_step only rises.
create table office_factor (
    officer      uuid primary key references office_officer,
    secret       bytea not null,
    created_at   timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint not null default 0
);

create table office_recovery_code (
    hash    bytea primary key check (length(hash) = 32),
    officer uuid not null references office_factor on delete cascade,
    used_at timestamptz
);
create index office_recovery_code_officer on office_recovery_code (officer);

-- For these offices, and all under them, nobody reviews or administrates without a second factor.
create table office_factor_rule (
    office uuid primary key references office_office,
    set_by uuid not null references office_officer,
    set_at timestamptz not null
);

-- Whether the second factor was given when the token was issued.
alter table office_token add column strong boolean not null default false;

grant select, insert, update, delete on office_factor, office_recovery_code, office_factor_rule to openland_program;
