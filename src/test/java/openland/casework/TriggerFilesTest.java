package openland.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import openland.OpenlandTest;
import openland.drafting.Desk;
import openland.form.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OpenlandTest
class TriggerFilesTest {
    @Autowired ApplicationContext context;
    @Autowired TriggerFiles files;
    @Autowired Candidates candidates;
    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(context);
    }

    private List<Candidate> waiting() {
        return candidates.waiting(List.of(desk.office.id()), Candidate.Source.FILE, null, 100).items();
    }

    private TriggerFiles.Taken take(String csv) {
        return files.take(csv.getBytes(StandardCharsets.UTF_8), desk.drafter);
    }

    @Test
    void each_good_line_is_a_candidate_and_a_bad_one_is_named() {
        var taken = take("""
                item,office,happenedOn,key,subject
                enforcement.penalty-decision,OFFICE,2026-03-02,青自然资罚〔2026〕1号,未批先占
                行政处罚决定,,2026/3/3,青自然资罚〔2026〕2号,
                ,,,,
                no.such,OFFICE,2026-03-02,青自然资罚〔2026〕3号,
                enforcement.penalty-decision,NONE,2026-03-02,青自然资罚〔2026〕4号,
                enforcement.penalty-decision,OFFICE,2026-02-30,青自然资罚〔2026〕5号,
                enforcement.penalty-decision,OFFICE,2026-03-02,,
                """.replace("OFFICE", desk.office.code()));
        assertThat(taken.fresh()).isEqualTo(2);
        assertThat(taken.bad()).isEqualTo(4);
        assertThat(taken.faults()).extracting(TriggerFiles.Fault::number).containsExactly(5, 6, 7, 8);
        assertThat(taken.faults()).extracting(TriggerFiles.Fault::sentence).element(0).asString().contains("no.such");
        assertThat(waiting()).extracting(Candidate::happenedAt).containsExactly(LocalDateTime.of(2026, 3, 2, 0, 0), LocalDateTime.of(2026, 3, 3, 0, 0));
    }

    @Test
    void chinese_heads_in_a_workbook_and_in_what_Excel_writes_are_read_and_the_same_file_twice_is_known() {
        var sheet = new Sheet("触发", List.of("文号", "日期", "事项"), List.of(Arrays.<@Nullable Object>asList("青自然资罚〔2026〕1号", LocalDate.of(2026, 3, 2), "行政处罚决定")));
        assertThat(files.take(sheet.xlsx(), desk.leader).fresh()).isEqualTo(1);
        var again = files.take("事项,日期,编号\n行政处罚决定,2026年3月2日,青自然资罚〔2026〕1号\n".getBytes(Charset.forName("GB18030")), desk.drafter);
        assertThat(again.known()).isEqualTo(1);
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void of_a_file_that_cannot_be_read_nothing_is_taken() {
        assertThatThrownBy(() -> take("编号,事由\n1,2\n")).hasMessageContaining("事项");
        assertThatThrownBy(() -> take("")).hasMessageContaining("没有内容");
        assertThatThrownBy(() -> files.take(new byte[] {'P', 'K', 3, 4, 0}, desk.drafter)).hasMessageContaining("读不出来");
        var lines = new ArrayList<String>(List.of("事项,日期,编号"));
        for (int i = 0; i <= 10_000; i++) {
            lines.add("行政处罚决定,2026-03-02," + i);
        }
        assertThatThrownBy(() -> take(String.join("\n", lines))).hasMessageContaining("10000行");
        assertThatThrownBy(() -> files.take("事项,日期,编号\n行政处罚决定,2026-03-02,1\n".getBytes(StandardCharsets.UTF_8), desk.secrecy)).hasMessageContaining("岗位");
        assertThat(waiting()).isEmpty();
    }
}
