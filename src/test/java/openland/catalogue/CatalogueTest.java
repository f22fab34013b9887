package openland.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import openland.OpenlandTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenlandTest
class CatalogueTest {
    @Autowired
    private Catalogue catalogue;

    @Autowired
    private JdbcClient db;

    @Test
    void a_pack_stays_in_the_database_once_it_was_loaded() {
        var item = catalogue.items().getFirst();
        assertThat(db.sql("select count(*) from catalogue_pack where digest = :digest").param("digest", item.pack())
                .query(Integer.class).single()).isEqualTo(1);
        assertThat(catalogue.ofPack(item.pack(), item.id())).contains(item);
    }
}
