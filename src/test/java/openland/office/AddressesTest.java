package openland.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import openland.OpenlandTest;
import openland.base.MailAddress;
import openland.base.Refusal;
import openland.journal.Filter;
import openland.journal.Journal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OpenlandTest
class AddressesTest {
    @Autowired ApplicationContext context;
    @Autowired Addresses addresses;
    @Autowired Enrolling enrolling;
    @Autowired Journal journal;

    @Test
    void an_officer_writes_changes_and_removes_his_own_address() {
        var town = Town.of(context);
        var office = town.county();
        var officer = town.officer(office, Post.LEADER);
        assertThat(addresses.of(officer.id())).isEmpty();
        addresses.set(" zhang.san@example.gov.cn ", officer);
        addresses.set("zhang.san@example.gov.cn", officer);
        assertThat(addresses.of(officer.id())).contains(new MailAddress("zhang.san@example.gov.cn"));
        assertThat(addresses.officers()).contains(officer.id());
        assertThat(addresses.ofPosts(office.id(), Set.of(Post.LEADER, Post.HEAD))).containsExactly(new MailAddress("zhang.san@example.gov.cn"));
        assertThat(addresses.ofPosts(office.id(), Set.of(Post.DRAFTER))).isEmpty();
        assertThatThrownBy(() -> addresses.set("zhang.san@", officer)).isInstanceOf(Refusal.class);
        addresses.set("", officer);
        assertThat(addresses.of(officer.id())).isEmpty();
        assertThat(journal.entries(new Filter(officer.id(), null, null), null, 10).items())
                .filteredOn(entry -> entry.act().startsWith("office.mail-")).extracting(entry -> entry.act())
                .containsExactly("office.mail-removed", "office.mail-set");
    }

    @Test
    void who_has_left_gets_nothing() {
        var town = Town.of(context);
        var office = town.county();
        var officer = town.officer(office, Post.HEAD);
        addresses.set("head@example.gov.cn", officer);
        enrolling.close(officer.id(), town.sysadmin());
        assertThat(addresses.of(officer.id())).isEmpty();
        assertThat(addresses.officers()).doesNotContain(officer.id());
        assertThat(addresses.ofPosts(office.id(), Set.of(Post.HEAD))).isEmpty();
    }
}
