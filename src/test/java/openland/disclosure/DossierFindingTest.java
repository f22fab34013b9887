package openland.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import openland.OpenlandTest;
import openland.disclosure.web.Address;
import openland.drafting.Desk;
import openland.drafting.Filling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OpenlandTest
class DossierFindingTest {
    @Autowired ApplicationContext context;
    @Autowired Dossiers dossiers;
    private Desk desk;
    private Filling filling;

    @BeforeEach
    void desk() {
        desk = new Desk(context);
        filling = new Filling(context);
    }

    private Dossier only(String key) {
        var found = dossiers.list(null, key, null, 10).items();
        assertThat(found).hasSize(1);
        return dossiers.find(found.getFirst().id()).orElseThrow();
    }

    @Test
    void a_document_number_finds_its_dossier_whether_typed_in_full_or_half_width() {
        var number = Math.abs(UUID.randomUUID().hashCode());
        var parcel = "QH-" + UUID.randomUUID();
        filling.publish(desk, filling.piece(desk, "land-market.grant-notice", Map.of("parcels.parcelNumber", parcel)).put("documentNumber", "青自然资告〔2026〕" + number + "号（甲）"));
        var dossier = only(parcel).id();
        assertThat(only("青自然资告〔2026〕" + number + "号（甲）").id()).isEqualTo(dossier);
        assertThat(only("青自然资告〔２０２６〕　" + number + "号 (甲)").id()).isEqualTo(dossier);
    }

    @Test
    void no_deadline_is_told_whose_basis_was_not_read() {
        var project = "征地" + UUID.randomUUID();
        filling.publish(desk, "expropriation.former-notice", Map.of("project", project));
        assertThat(only(project).untils()).isEmpty();
    }

    @Test
    void the_same_award_of_another_year_is_another_dossier() {
        var award = "先进集体" + UUID.randomUUID();
        filling.publish(desk, "personnel.awards", Map.of("award", award, "batch", "2025年" + award, "stage", "公示"));
        filling.publish(desk, "personnel.awards", Map.of("award", award, "batch", "2026年" + award, "stage", "公示"));
        filling.publish(desk, "personnel.awards", Map.of("award", award, "batch", "2026年" + award, "stage", "决定"));
        assertThat(only("2026年" + award).id()).isNotEqualTo(only("2025年" + award).id());
        assertThat(only("2026年" + award).steps()).extracting(Dossier.Step::state).containsOnly(Dossier.State.DONE);
        assertThat(only("2025年" + award).steps()).filteredOn(step -> step.stage().equals("decision")).singleElement()
                .satisfies(step -> assertThat(step.papers()).isEmpty());
    }

    @Test
    void what_somebody_typed_stays_one_value_in_an_address() {
        assertThat(Address.of("/dossiers", "after", "", "type", "award", "q", "甲&type=b #%+"))
                .isEqualTo("/dossiers?type=award&q=%E7%94%B2%26type%3Db%20%23%25%2B");
        assertThat(Address.of("/dossiers", "q", "")).isEqualTo("/dossiers");
    }
}
