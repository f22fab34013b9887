package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import openland.form.PastedText;
import org.junit.jupiter.api.Test;

class FoundTest {
    private static Map<String, String> in(String text) {
        return Found.in(PastedText.of(text));
    }

    @Test
    void a_notice_says_its_number_title_and_date() {
        assertThat(in("<p align=center><b>青禾县自然资源局文件</b></p><p>青自然资发〔2026〕12号　　签发人：王某</p><p align=center><b>青禾县自然资源局</b></p>"
                + "<p align=center><b>关于开展耕地核查的通知</b></p><p>各所：</p><p>按《省厅通知》（省自然资发〔2025〕3号）办理，2026年12月31日前完成。</p>"
                + "<p align=right>2026 年 11 月 18 日</p><p>附件：清单</p>"))
                .isEqualTo(Map.of("title", "青禾县自然资源局关于开展耕地核查的通知", "documentNumber", "青自然资发〔2026〕12号", "producedOn", "2026年11月18日"));
    }

    @Test
    void a_norm_in_plain_lines_says_its_date_below_its_title() {
        assertThat(in("青禾县关于征收土地补偿的规定\n（二〇二六年十一月十八日县政府常务会议通过）\n第一条　为了规范补偿，制定本规定。"))
                .isEqualTo(Map.of("title", "青禾县关于征收土地补偿的规定", "producedOn", "二〇二六年十一月十八日"));
    }

    @Test
    void what_is_only_cited_is_not_proposed() {
        assertThat(in("根据《办法》（国发〔2025〕3号），自2026年1月1日起执行。\n第一章　总则\n一、规划\n第二条　按2026年的计划办理。")).isEmpty();
    }
}
