package openland.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openland.OpenlandTest;
import openland.office.Officer;
import openland.office.Post;
import openland.request.RequestSight.Part;
import openland.request.RequestSight.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees what of a request, in every stage; and that nothing reads what is hidden past the one function that decides. */
@OpenlandTest
class SightTest {
    private static final UUID OFFICE = new UUID(1, 1);
    private static final UUID FILING = new UUID(2, 2);
    private static final UUID REQUEST = new UUID(3, 3);
    private static final UUID CONSULTATION = new UUID(4, 4);
    private static final Set<Part> OWN = EnumSet.of(Part.PROGRESS, Part.ASKED, Part.APPLICANT, Part.FILED, Part.ANSWER);
    private static final Set<Part> ALL = EnumSet.allOf(Part.class);
    private static final Set<Part> WITHOUT_NAMES = EnumSet.complementOf(EnumSet.of(Part.APPLICANT, Part.IDENTITY));

    @Autowired RequestSight sight;

    private static InformationRequest standing(Stage stage) {
        return new InformationRequest(REQUEST, FILING, OFFICE, "QHSQ-2026-0001", "石桥村征地公告", "", stage, null, null, null, null, "", null, null, null, null, null, false,
                null, null, ApplicantKind.PERSON, Channel.WEB, null, null, 1);
    }

    private static Viewer officer(Post post, UUID office) {
        return new Viewer.AnOfficer(new Officer(UUID.randomUUID(), "x", "x", office, Set.of(new Officer.Holding(post, office)), (_, _) -> true));
    }

    /** Viewer by viewer; of the one who was asked, about his own consultation. */
    private static Map<Viewer, Set<Part>> matrix() {
        var matrix = new LinkedHashMap<Viewer, Set<Part>>();
        matrix.put(new Viewer.Anybody(), Set.of());
        matrix.put(new Viewer.ApplicantOf(FILING), OWN);
        matrix.put(new Viewer.ApplicantOf(new UUID(9, 9)), Set.of());
        matrix.put(new Viewer.AskedIn(REQUEST, CONSULTATION), Set.of(Part.CONSULTATION));
        matrix.put(new Viewer.AskedIn(REQUEST, new UUID(9, 9)), Set.of());
        matrix.put(new Viewer.AskedIn(new UUID(9, 9), CONSULTATION), Set.of());
        for (var post : Post.values()) {
            matrix.put(officer(post, OFFICE), switch (post) {
                case DESK, LEADER, HEAD -> ALL;
                case DRAFTER, SECRECY -> WITHOUT_NAMES;
                case IMPORTER, SYSADMIN, SECADMIN, AUDITOR -> Set.of();
            });
            matrix.put(officer(post, new UUID(8, 8)), Set.of());
        }
        return matrix;
    }

    @Test
    void everybody_sees_what_the_matrix_says_in_every_stage() {
        for (var stage : Stage.values()) {
            matrix().forEach((viewer, parts) -> {
                for (var part : Part.values()) {
                    assertThat(sight.sees(viewer, part, standing(stage), CONSULTATION)).as("%s %s %s", viewer, part, stage).isEqualTo(parts.contains(part));
                }
            });
        }
    }

    @Test
    void who_was_asked_learns_nothing_of_the_applicant_and_the_applicant_nothing_of_whom_was_asked() {
        var asked = new Viewer.AskedIn(REQUEST, CONSULTATION);
        assertThat(Stream.of(Part.values()).filter(part -> sight.sees(asked, part, standing(Stage.PROCESSING), CONSULTATION))).containsExactly(Part.CONSULTATION);
        assertThat(sight.sees(asked, Part.CONSULTATION, standing(Stage.PROCESSING), null)).isFalse();
        assertThat(sight.sees(new Viewer.ApplicantOf(FILING), Part.CONSULTATION, standing(Stage.CLOSED), CONSULTATION)).isFalse();
    }

    /** Tables with what somebody may not see, and the only classes that may read them: those ask, or are asked behind whom does. */
    private static final Map<String, Set<String>> READERS = Map.of(
            "request_paper", Set.of("Papers", "MarkStore"),
            "request_identity", Set.of("IdentityPapers"),
            "request_applicant", Set.of("IdentityPapers", "FilingStore", "RequestStore", "BookStore", "ListStore", "BookImportStore"),
            "request_consultation", Set.of("ConsultationStore"),
            "request_draft", Set.of("ReplyStore"),
            "request_letter", Set.of("LetterStore"));

    @Test
    void no_other_class_reads_what_is_not_for_everybody() {
        var sources = sources();
        READERS.forEach((table, readers) -> {
            var named = Pattern.compile("(from|join|into|update)\\s+" + table + "\\b");
            var found = new ArrayList<String>();
            sources.forEach((path, text) -> {
                if (named.matcher(text).find()) {
                    found.add(path.replaceAll(".*/|\\.java", ""));
                }
            });
            assertThat(found).as(table).isNotEmpty().isSubsetOf(readers);
        });
    }

    private static Map<String, String> sources() {
        try (var files = Files.walk(Path.of("src/main/java/openland"))) {
            var sources = new LinkedHashMap<String, String>();
            for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(file.toString(), Files.readString(file));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
