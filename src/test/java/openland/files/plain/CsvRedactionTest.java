package openland.files.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openland.base.Refusal;
import openland.files.CellMark;
import openland.files.CellRedaction.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRedactionTest {
    private static final String TABLE = "姓名,住址,金额\n\"司马文远\",\"青禾县, 一号\n二单元\",86500\n\n李小明,司马文远隔壁,1200\n";

    @TempDir
    private Path folder;
    private Result result;

    private String covered(byte[] table, String cells) throws IOException {
        var out = new ByteArrayOutputStream();
        result = new CsvRedaction().redact(Files.write(folder.resolve("table"), table), "text/csv", List.of(new CellMark("", cells, "个人隐私")), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_cell_is_covered_and_the_rest_stays_as_it_was() throws Exception {
        assertThat(covered(TABLE.getBytes(StandardCharsets.UTF_8), "A2"))
                .isEqualTo("\ufeff姓名,住址,金额\r\n【遮盖：个人隐私】,\"青禾县, 一号\n二单元\",86500\r\n\"\"\r\n李小明,司马文远隔壁,1200\r\n");
        assertThat(result.left()).hasSize(1).first().satisfies(left -> assertThat(left.word() + left.places()).isEqualTo("司马文远[第4行]"));
    }

    @Test
    void a_column_is_covered_in_a_table_of_another_encoding() throws Exception {
        assertThat(covered(TABLE.getBytes(Charset.forName("GB18030")), "B")).contains("86500").doesNotContain("青禾县", "隔壁", "住址");
        assertThat(result.cells()).isEqualTo(3);
    }

    @Test
    void a_place_without_anything_is_refused() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> covered(TABLE.getBytes(StandardCharsets.UTF_8), "Z9")).withMessageContaining("没有内容");
    }
}
