package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Digests;
import openland.base.Refusal;
import openland.drafting.TakingText.Proposal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The office's own file becomes the text. */
@OpenlandTest
class TakingTextTest {
    private static final String NORM = """
            <h3>青禾县临时用地复垦验收办法</h3><p class="mid">青自然资规〔2026〕58号</p><h3>第一章　总则</h3>
            <p><span class="art">第一条</span> 为了规范临时用地复垦验收，制定本办法。</p><p><span class="art">第二条</span> 验收应当具备下列条件：</p>
            <ul><li>耕作层厚度不小于三十厘米</li><li>排灌设施恢复原状</li></ul><h3>第二章　验收</h3>
            <p><span class="art">第三条</span> 验收在申请之日起三十日内完成，标准见下表。</p>
            <table><thead><tr><th scope="col">地类</th><th colspan="2" scope="col">复垦标准</th></tr></thead>
            <tbody><tr><td rowspan="2">水田</td><td>土层</td><td>60厘米</td></tr><tr><td>有机质</td><td>2.0%</td></tr></tbody></table>
            <p class="sign">青禾县自然资源局</p><p class="sign">2026年11月18日</p>""".replace("\n", "");

    @Autowired ApplicationContext context;
    @Autowired TakingText taking;
    @Autowired Attaching attaching;

    private DraftFile attach(Desk desk, UUID id, String name, byte[] bytes) {
        return attaching.attach(id, name, new ByteArrayInputStream(bytes), desk.drafter).draft().content().attachments().getLast();
    }

    @Test
    void a_norm_from_WPS_gives_its_text_and_proposes_title_number_and_date() {
        var desk = new Desk(context);
        var id = desk.save(desk.piece("试题"));
        var file = attach(desk, id, "办法.docx", WpsNorm.bytes());
        var offer = taking.look(id, file.sha256(), desk.drafter);
        assertThat(offer.text().html()).isEqualTo(NORM);
        assertThat(offer.proposals()).containsExactly(new Proposal("title", "标题", "试题", WpsNorm.TITLE),
                new Proposal("documentNumber", "文号", "", "青自然资规〔2026〕58号"), new Proposal("producedOn", "生成日期", "", "2026-11-18"));
        assertThat(desk.look(id, desk.drafter).draft().title()).as("nothing is taken by looking").isEqualTo("试题");
    }

    @Test
    void only_what_is_named_is_taken_and_the_file_stays_attached() {
        var desk = new Desk(context);
        var id = desk.save(desk.piece("试题").put("genre", "办法"));
        var file = attach(desk, id, "办法.docx", WpsNorm.bytes());
        var content = taking.take(id, file.sha256(), Set.of("body", "documentNumber"), null, desk.drafter).draft().content();
        assertThat(content.text("body")).isEqualTo(NORM);
        assertThat(content.text("documentNumber")).isEqualTo("青自然资规〔2026〕58号");
        assertThat(content.text("title")).isEqualTo("试题");
        assertThat(content.text("producedOn")).isNull();
        assertThat(content.text("genre")).isEqualTo("办法");
        assertThat(content.attachments()).containsExactly(file);
    }

    @Test
    void nothing_named_and_files_of_others_change_nothing() {
        var desk = new Desk(context);
        var other = new Desk(context);
        var id = desk.save(desk.piece("试题"));
        var file = attach(desk, id, "说明.txt", "一、目标\n按期完成。".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> taking.take(id, file.sha256(), Set.of(), null, desk.drafter)).isInstanceOf(Refusal.class).hasMessageContaining("请勾选");
        assertThatThrownBy(() -> taking.take(id, file.sha256(), Set.of("category"), null, desk.drafter)).isInstanceOf(Refusal.class).hasMessageContaining("请勾选");
        assertThatThrownBy(() -> taking.take(id, "00".repeat(32), Set.of("body"), null, desk.drafter)).isInstanceOf(Refusal.class).hasMessageContaining("没有这个附件");
        assertThatThrownBy(() -> taking.look(id, file.sha256(), other.drafter)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> taking.look(id, file.sha256(), desk.leader)).isInstanceOf(Refusal.class);
        assertThat(desk.look(id, desk.drafter).draft().content().text("body")).isEqualTo("<p>第一段。</p><p>第二段。</p>");
        assertThat(taking.take(id, file.sha256(), Set.of("body"), null, desk.drafter).draft().content().text("body"))
                .isEqualTo("<h3 class=\"flush\">一、目标</h3><p>按期完成。</p>");
    }

    @Test
    void what_somebody_changed_after_the_offer_is_not_overwritten() {
        var desk = new Desk(context);
        var id = desk.save(desk.piece("试题"));
        var file = attach(desk, id, "说明.txt", "按期完成。".getBytes(StandardCharsets.UTF_8));
        var seen = Digests.hex(taking.look(id, file.sha256(), desk.drafter).draft().digest());
        desk.save(id, desk.piece("试题").put("body", "刚刚写好的正文。"));
        assertThatThrownBy(() -> taking.take(id, file.sha256(), Set.of("body"), seen, desk.drafter)).isInstanceOf(Refusal.class).hasMessageContaining("改过这份稿件");
        assertThat(desk.look(id, desk.drafter).draft().content().text("body")).contains("刚刚写好的正文");
    }

    @Test
    void a_draft_under_review_keeps_its_text() {
        var desk = new Desk(context);
        var id = desk.save(desk.piece("试题"));
        var file = attach(desk, id, "说明.txt", "按期完成。".getBytes(StandardCharsets.UTF_8));
        desk.move(id, Move.SUBMIT, desk.drafter);
        assertThatThrownBy(() -> taking.take(id, file.sha256(), Set.of("body"), null, desk.drafter)).isInstanceOf(Refusal.class).hasMessageContaining("不能改动");
    }
}
