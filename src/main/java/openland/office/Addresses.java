package openland.office;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import openland.base.MailAddress;
import openland.base.Refusal;
import openland.journal.Act;
import openland.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Where officers want to be told by mail. Each writes his own, and only who writes it sees it. */
@Repository
public class Addresses {
    private final JdbcClient db;
    private final Journal journal;

    Addresses(JdbcClient db, Journal journal) {
        this.db = db;
        this.journal = journal;
    }

    /** Empty when there is none, or the account is closed. */
    public Optional<MailAddress> of(UUID officer) {
        return db.sql("select mail from office_officer where id = :id and active and mail is not null").param("id", officer)
                .query(String.class).optional().map(MailAddress::new);
    }

    /**
     * Writes the own address; an empty one means that no mail shall come.
     *
     * @throws Refusal INVALID when it is no address
     */
    @Transactional
    public void set(String typed, Officer by) {
        var address = MailAddress.optional(typed);
        int changed = db.sql("update office_officer set mail = :mail where id = :id and mail is distinct from :mail::text")
                .param("mail", address.map(MailAddress::text).orElse(null)).param("id", by.id()).update();
        if (changed == 1) {
            journal.record(new Act(address.isPresent() ? "office.mail-set" : "office.mail-removed", by.id(), by.office(), by.id().toString()));
        }
    }

    /** The officers at work who have an address. */
    public List<UUID> officers() {
        return db.sql("select id from office_officer where mail is not null and active order by id").query(UUID.class).list();
    }

    /** Of those, who holds one of the posts of that office at this moment. */
    public List<MailAddress> ofPosts(UUID office, Collection<Post> posts) {
        return db.sql("""
                select distinct o.mail from office_officer o join office_post p on p.officer = o.id
                 where o.mail is not null and o.active and p.office = :office and p.post = any(:posts) and p.valid_to is null
                 order by o.mail""")
                .param("office", office).param("posts", posts.stream().map(Post::name).toArray(String[]::new))
                .query(String.class).list().stream().filter(Objects::nonNull).map(MailAddress::new).toList();
    }
}
