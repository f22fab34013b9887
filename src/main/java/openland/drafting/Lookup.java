package openland.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.disclosure.Disclosures;
import openland.disclosure.Piece;
import openland.form.Form;
import openland.form.Known;
import openland.office.Office;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What fields may name: offices, the divisions they are responsible for, published pieces, the draft's attachments. */
@Component
class Lookup {
    /** 青禾县 of 青禾县自然资源局: an office bears the name of its division. */
    private static final Pattern DIVISION = Pattern.compile(
            "(\\p{IsHan}{2,20}?(?:省|自治区|自治州|地区|盟|市|县|区|旗|特别行政区))(?=人民政府|自然资源|国土|规划|林业|海洋|土地|不动产)");

    private final Offices offices;
    private final Disclosures disclosures;

    Lookup(Offices offices, Disclosures disclosures) {
        this.offices = offices;
        this.disclosures = disclosures;
    }

    /** For one reading: what was looked up once is not looked up again. */
    Known over(List<DraftFile> attachments) {
        return new Looked(attachments);
    }

    private final class Looked implements Known {
        private final List<DraftFile> attachments;
        private final Map<String, List<Named>> offices = new HashMap<>();
        private final Map<String, List<Known.Piece>> pieces = new HashMap<>();
        private @Nullable Map<String, List<Named>> divisions;

        Looked(List<DraftFile> attachments) {
            this.attachments = attachments;
        }

        @Override
        public List<Named> offices(String codeOrName) {
            return offices.computeIfAbsent(codeOrName, called -> Lookup.this.offices.called(called).stream()
                    .map(office -> new Named(office.code(), office.name(), office.name())).toList());
        }

        @Override
        public List<Named> divisions(String codeOrName) {
            if (divisions == null) {
                divisions = Lookup.this.divisions();
            }
            return divisions.getOrDefault(codeOrName, List.of());
        }

        @Override
        public List<Known.Piece> pieces(String indexNumberOrId) {
            return pieces.computeIfAbsent(indexNumberOrId, Lookup.this::pieces);
        }

        @Override
        public Optional<JsonNode> file(String name) {
            return attachments.stream().filter(file -> file.name().equals(name)).findFirst()
                    .map(file -> Form.file(file.name(), file.sha256(), file.size(), file.type()));
        }
    }

    private List<Known.Piece> pieces(String indexNumberOrId) {
        return Stream.concat(id(indexNumberOrId).flatMap(disclosures::find).stream(), disclosures.byIndexNumber(indexNumberOrId).stream())
                .filter(piece -> piece.current() != null).map(piece -> new Known.Piece(piece.id().toString(), piece.indexNumber())).distinct().toList();
    }

    private static Optional<UUID> id(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** By code, by name and by the name with all above it: of each region, as the highest office there bears it. */
    private Map<String, List<Known.Named>> divisions() {
        var names = offices.all().stream().sorted(Comparator.comparing(Office::level))
                .filter(office -> DIVISION.matcher(office.name()).lookingAt())
                .collect(Collectors.toMap(Office::region, office -> name(office.name()), (first, _) -> first));
        var divisions = new HashMap<String, List<Known.Named>>();
        new TreeMap<>(names).forEach((code, name) -> {
            var division = new Known.Named(code, name, path(code, names));
            Stream.of(code, name, division.path()).distinct()
                    .forEach(called -> divisions.computeIfAbsent(called, _ -> new ArrayList<>()).add(division));
        });
        return divisions;
    }

    private static String name(String office) {
        var division = DIVISION.matcher(office);
        return division.lookingAt() ? division.group(1) : office;
    }

    private static String path(String code, Map<String, String> names) {
        return Stream.of(code.substring(0, 2) + "0000", code.substring(0, 4) + "00", code).distinct()
                .map(above -> names.getOrDefault(above, "")).collect(Collectors.joining());
    }
}
