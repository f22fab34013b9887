package openland.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import openland.OpenlandTest;
import openland.casework.CaseState;
import openland.casework.Duties;
import openland.casework.DutyQuery;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.disclosure.Disclosures;
import openland.disclosure.Edition;
import openland.disclosure.Listed;
import openland.disclosure.Withdrawing;
import openland.ledger.Await;
import openland.office.Officers;
import openland.office.Offices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

@OpenlandTest
@TestPropertySource(properties = {"openland.demo=true", "openland.demo-password=correct horse battery"})
class DemoPiecesTest {
    @Autowired DemoPieces pieces;
    @Autowired Disclosures disclosures;
    @Autowired Withdrawing withdrawing;
    @Autowired Officers officers;
    @Autowired Catalogue catalogue;
    @Autowired Offices offices;
    @Autowired Duties duties;
    @Autowired DemoDuties demoDuties;
    @Autowired InstantSource time;

    @Test
    void every_piece_of_the_file_is_public_and_a_second_start_adds_none_even_after_a_withdrawal() {
        Await.until(() -> titles().containsAll(declared()));   // a list goes as far as the checkpoint that covers it
        var published = titles().size();
        var one = published().stream().filter(piece -> piece.title().contains("到期提示")).findFirst().orElseThrow();
        withdrawing.withdraw(one.id(), officers.byName("leader-city").orElseThrow(), "期限有误。", "", false);
        pieces.publish();
        Await.until(() -> titles().size() == published - 1);
    }

    @Test
    void the_pieces_lie_in_many_domains() {
        var domains = published().stream().map(piece -> catalogue.byId(piece.item()).map(Item::id).orElseThrow().split("\\.", 2)[0]).distinct();
        assertThat(domains).hasSizeGreaterThan(12);
    }

    @Test
    void of_the_households_of_an_expropriation_the_public_sees_neither_names_nor_numbers() {
        var edition = edition("石桥镇避险搬迁安置点征地补偿安置方案公告");
        assertThat(edition.canonical()).contains("石桥村一组", "135160").doesNotContain("吴长庚", "34982119", "622848");
    }

    @Test
    void a_transaction_notice_leads_to_its_grant_notice() {
        var notice = published().stream().filter(piece -> piece.title().contains("QH2026-020号地块国有建设用地使用权")).findFirst().orElseThrow();
        assertThat(edition("QH2026-019、QH2026-020号地块成交公示").canonical()).contains(notice.id().toString(), notice.indexNumber());
    }

    @Test
    void what_the_offices_owe_is_partly_met_partly_late_and_reported_once() {
        var county = offices.byCode(DemoOffices.COUNTY).orElseThrow();
        var all = new DutyQuery(null, null, Set.of(), EnumSet.of(CaseState.OPEN, CaseState.MET), null);
        var before = duties.running(List.of(county.id()), all, 1000).items();
        assertThat(before).anyMatch(duty -> duty.state() == CaseState.MET).anyMatch(duty -> duty.clock().isLate(time.instant()))
                .anyMatch(duty -> duty.clock().isRunning() && !duty.clock().isLate(time.instant())).anyMatch(duty -> duty.publicSubject() != null);
        demoDuties.openMet();
        demoDuties.openOwed();
        assertThat(duties.running(List.of(county.id()), all, 1000).items()).hasSameSizeAs(before);
    }

    private Edition edition(String title) {
        var piece = published().stream().filter(one -> one.title().contains(title)).findFirst().orElseThrow();
        return Objects.requireNonNull(disclosures.find(piece.id()).orElseThrow().current());
    }

    private List<String> titles() {
        return published().stream().map(Listed::title).toList();
    }

    private List<Listed> published() {
        return disclosures.list(null, null, null, 100).items();
    }

    private static List<String> declared() {
        try (var file = DemoPieces.class.getResourceAsStream("/demo/pieces.yaml")) {
            var titles = new ArrayList<String>();
            for (JsonNode piece : new YAMLMapper().readTree(file)) {
                titles.add(piece.get("title").asString());
            }
            return titles;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
