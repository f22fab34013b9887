package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.disclosure.Disclosures;
import openland.files.FileContent.Paragraph;
import openland.files.Files;
import openland.files.Hidden.Kind;
import openland.files.HidingPlace;
import openland.files.Traces;
import openland.files.ooxml.WordHidingPlaces;
import openland.screening.Finding.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A file on its way from an officer's machine to the public. */
@OpenlandTest
class AttachingTest {
    private static final String MARKER = "Zhang3-only-inside";
    @Autowired ApplicationContext context;
    @Autowired Attaching attaching;
    @Autowired Disclosures disclosures;
    @Autowired Files files;
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(context);
    }

    @Test
    void what_is_published_is_the_copy_without_author_and_comments_and_the_reviewer_reads_what_was_taken_out() throws Exception {
        var id = draftWith(place(Kind.COMMENT));
        var file = desk.look(id, desk.secrecy).draft().content().attachments().getFirst();
        assertThat(file.original()).isNotNull();
        assertThat(bytes(file.original())).satisfies(original -> assertThat(Traces.of(original, MARKER)).isNotEmpty());
        assertThat(bytes(file.sha256())).satisfies(copy -> assertThat(Traces.of(copy, MARKER)).isEmpty());
        assertThat(desk.look(id, desk.secrecy).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ASK);
            assertThat(finding.sentence()).contains("批注").doesNotContain(MARKER);
        });
        desk.approve(id);
        var piece = desk.move(id, Move.PUBLISH, desk.leader).draft().disclosure();
        assertThat(disclosures.current(piece)).get().satisfies(edition ->
                assertThat(edition.projection().attachments()).singleElement().satisfies(published ->
                        assertThat(published.sha256()).isEqualTo(file.sha256())));
        assertThat(disclosures.file(piece, 1, file.sha256())).get().satisfies(content ->
                assertThat(content.text()).doesNotContain(MARKER).isNotBlank());
        assertThat(disclosures.file(piece, 1, file.original())).isEmpty();
    }

    @Test
    void hidden_text_stops_the_draft_until_the_officer_takes_it_out() throws Exception {
        var id = draftWith(place(Kind.HIDDEN_TEXT));
        assertThat(desk.look(id, desk.drafter).findings()).anySatisfy(finding -> {
            assertThat(finding.stops()).isTrue();
            assertThat(finding.sentence()).contains("隐藏的文字");
        });
        assertThatThrownBy(() -> desk.move(id, Move.SUBMIT, desk.drafter)).isInstanceOf(Refusal.class);
        var stripped = attaching.strip(id, "公告.docx", desk.drafter);
        assertThat(stripped.findings()).noneMatch(DraftFinding::stops);
        assertThat(Traces.of(bytes(stripped.draft().content().attachments().getFirst().sha256()), MARKER)).isEmpty();
        desk.approve(id);
    }

    @Test
    void what_one_writing_of_a_copy_brings_to_light_the_next_takes_out() throws Exception {
        var page = "<!DOCTYPE html><html><head><meonta charset=\"utf-8\"></head><body><h1>公告</h1><a href=\"javascript:go('" + MARKER + "')\">x</a></body></html>";
        var id = desk.save(desk.piece("网页公告"));
        var file = attaching.attach(id, "公告.html", text(page), desk.drafter).draft().content().attachments().getFirst();
        assertThat(files.inspection(file.sha256()).hidden()).isEmpty();
        assertThat(Traces.of(bytes(file.sha256()), MARKER)).isEmpty();
    }

    @Test
    void a_number_in_a_file_is_found_like_one_in_the_text_and_says_where() throws Exception {
        var id = desk.save(desk.piece("补偿公告"));
        var found = attaching.attach(id, "清单.txt", text("张某某　身份证号１１０１０１１９９００３０７４５１４"), desk.drafter).findings();
        assertThat(found).anySatisfy(finding -> {
            assertThat(finding.stops()).isTrue();
            assertThat(finding.field()).isEqualTo("attachments/清单.txt");
            assertThat(finding.sentence()).contains("身份证").doesNotContain("19900307");
        });
    }

    @Test
    void what_cannot_be_read_is_refused_and_changes_nothing() throws Exception {
        var id = desk.save(desk.piece("公告"));
        var whole = place(Kind.COMMENT).file(MARKER);
        assertThatThrownBy(() -> attaching.attach(id, "公告.docx",
                new ByteArrayInputStream(whole, 0, whole.length * 99 / 100), desk.drafter)).isInstanceOf(Refusal.class);
        assertThat(desk.look(id, desk.drafter).draft().content().attachments()).isEmpty();
    }

    @Test
    void the_same_file_in_two_drafts_is_kept_once_and_stays_when_one_draft_lets_it_go() throws Exception {
        var one = desk.save(desk.piece("第一件"));
        var two = desk.save(desk.piece("第二件"));
        attaching.attach(one, "表.txt", text("供地计划附表"), desk.drafter);
        var kept = attaching.attach(two, "表二.txt", text("供地计划附表"), desk.drafter).draft().content().attachments().getFirst();
        attaching.detach(one, "表.txt", desk.drafter);
        assertThat(new String(bytes(kept.sha256()), StandardCharsets.UTF_8)).isEqualTo("供地计划附表");
        assertThat(files.inspection(kept.sha256()).content().parts().getFirst().blocks()).containsExactly(new Paragraph("供地计划附表"));
    }

    private static HidingPlace place(Kind kind) {
        return WordHidingPlaces.all().stream().filter(place -> place.expected() == kind).findFirst().orElseThrow();
    }

    private UUID draftWith(HidingPlace place) throws Exception {
        var id = desk.save(desk.piece("征收土地公告"));
        attaching.attach(id, place.fileName(), new ByteArrayInputStream(place.file(MARKER)), desk.drafter);
        return id;
    }

    private static ByteArrayInputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] bytes(String sha256) throws IOException {
        try (var in = files.open(sha256).orElseThrow()) {
            return in.readAllBytes();
        }
    }
}
