-- Who has written on a draft: none of them may let one of its findings pass.
create table drafting_writer (
    draft   uuid not null references drafting_draft (id),
    officer uuid not null,
    primary key (draft, officer)
);
insert into drafting_writer (draft, officer) select id, author from drafting_draft;

-- A finding that another signer let pass with a legal ground (政府信息公开条例 2019, art. 15). It is bound to the
-- finding's identity, a keyed digest of what was found, and so ends when the text changes. Rows only come.
create table drafting_override (
    id       uuid        not null primary key,
    draft    uuid        not null references drafting_draft (id),
    finding  text        not null check (length(finding) = 32),
    ground   text        not null,
    reason   text        not null,
    officer  uuid        not null,
    post     text        not null check (post in ('SECRECY', 'LEADER', 'HEAD')),
    at       timestamptz not null,
    unique (draft, finding)
);

grant select, insert on drafting_writer, drafting_override to openland_program;
