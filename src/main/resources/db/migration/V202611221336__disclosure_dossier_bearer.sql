-- Which public piece bears a number of a dossier (卷). A number that no piece bears any more, and that no officer gave, goes: it was
-- content, and content goes with a withdrawal.
create table disclosure_dossier_bearer (
    dossier uuid not null references disclosure_dossier (id),
    key     text not null,
    piece   uuid not null references disclosure_disclosure (id),
    primary key (dossier, key, piece)
);
create index disclosure_dossier_bearer_by_piece on disclosure_dossier_bearer (piece);
grant select, insert, delete on disclosure_dossier_bearer to openland_program;
grant select on disclosure_dossier_bearer to openland_reader;

update disclosure_dossier_piece p set key = '' where not exists (select 1 from disclosure_content c where c.disclosure = p.piece);
insert into disclosure_dossier_bearer (dossier, key, piece)
    select distinct p.dossier, p.key, p.piece from disclosure_dossier_piece p where p.key <> '';
delete from disclosure_dossier_key k where not k.alias
    and not exists (select 1 from disclosure_dossier_bearer b where b.dossier = k.dossier and b.key = k.key);

-- Items whose pieces may be led by other pieces (via) are read after those that are not, and once more: what leads may stand later.
alter table disclosure_dossier_state add column pass int not null default 1;
update disclosure_dossier_state set declared = '', next = 0;
