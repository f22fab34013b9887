-- When something last became public in a dossier (卷), by the entry of the ledger; null while nothing in it is public. Kept by the
-- database, whoever joins, takes apart, publishes or withdraws, so that the list reads one page and not all pieces there are.
alter table disclosure_dossier add column last_index bigint;
create index disclosure_dossier_newest on disclosure_dossier (last_index desc, id desc) where merged_into is null and last_index is not null;
create index disclosure_dossier_newest_of on disclosure_dossier (type, last_index desc, id desc) where merged_into is null and last_index is not null;

create function disclosure_dossier_look_again(dossiers uuid[]) returns void language sql as $$
    update disclosure_dossier d set last_index = n.last
      from (select w.id, (select max(c.ledger_index) from disclosure_dossier_piece p join disclosure_content c on c.disclosure = p.piece
                           where p.dossier = w.id and not p.excluded) as last
              from (select unnest(dossiers) as id order by 1) w) n
     where d.id = n.id and d.last_index is distinct from n.last
$$;
create function disclosure_dossier_of_member() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform disclosure_dossier_look_again(array[new.dossier]);
    elsif tg_op = 'DELETE' then
        perform disclosure_dossier_look_again(array[old.dossier]);
    elsif new.dossier <> old.dossier or new.excluded <> old.excluded then
        perform disclosure_dossier_look_again(array[new.dossier, old.dossier]);
    end if;
    return null;
end $$;
create trigger disclosure_dossier_member after insert or update or delete on disclosure_dossier_piece
    for each row execute function disclosure_dossier_of_member();

create function disclosure_dossier_of_content() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        update disclosure_dossier d set last_index = new.ledger_index
         where d.id in (select p.dossier from disclosure_dossier_piece p where p.piece = new.disclosure and not p.excluded)
           and (d.last_index is null or d.last_index < new.ledger_index);
    else
        perform disclosure_dossier_look_again(array(select p.dossier from disclosure_dossier_piece p where p.piece = old.disclosure and not p.excluded));
    end if;
    return null;
end $$;
create trigger disclosure_dossier_content after insert or delete on disclosure_content
    for each row execute function disclosure_dossier_of_content();

select disclosure_dossier_look_again(array(select id from disclosure_dossier));
