package openland.files;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reader sees of a file, in reading order and without layout: enough for a page that reads well on a phone and
 * in a screen reader, for search, and for screening. What a file hides is not in here but in {@link Hidden}.
 *
 * @param parts      pages, sheets, slides, files of an archive; one part without a place where the format has none
 * @param scanned    whether it is (also) pictures of text that nobody recognised: not machine-readable
 * @param recognised whether words in it were recognised in pictures by this program, and may be wrong; what was stored
 *                   before there was this property has none
 */
public record FileContent(List<Part> parts, boolean scanned, boolean recognised) {
    /** A file of which nothing can be read as text, for example a photograph. */
    public static final FileContent EMPTY = new FileContent(List.of(), false, false);

    @JsonCreator
    static FileContent stored(@JsonProperty("parts") List<Part> parts, @JsonProperty("scanned") boolean scanned,
            @JsonProperty("recognised") @Nullable Boolean recognised) {
        return new FileContent(parts, scanned, Boolean.TRUE.equals(recognised));
    }

    /** @param place where it stands, as people say it: 第3页, 工作表“补偿明细”; empty for the whole file */
    public record Part(String place, List<Block> blocks) {
        /** The text without markup: a line per block and table row, cells separated by tabs. */
        @JsonIgnore
        public String text() {
            return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
        }
    }

    /** One piece of a part. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Heading.class, name = "heading"),
        @JsonSubTypes.Type(value = Paragraph.class, name = "paragraph"),
        @JsonSubTypes.Type(value = Table.class, name = "table")})
    public sealed interface Block {
        /** Without markup. */
        String text();
    }

    /** @param level 1 to 6 */
    public record Heading(int level, String text) implements Block {}

    /** A paragraph, a list item, a line of a text file. */
    public record Paragraph(String text) implements Block {}

    /** Rows of cells; a cell that spans others stands in its first place and the others are empty. */
    public record Table(List<List<String>> rows) implements Block {
        /** Whether the first row reads as the heads of the columns: more rows follow and none of its cells is empty. */
        @JsonIgnore
        public boolean hasHead() {
            return rows.size() > 1 && rows.getFirst().size() > 1 && rows.getFirst().stream().noneMatch(String::isBlank);
        }

        @Override
        @JsonIgnore
        public String text() {
            return rows.stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n"));
        }
    }

    /** All text, a line per block and table row. */
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining("\n"));
    }
}
