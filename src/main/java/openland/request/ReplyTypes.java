package openland.request;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openland.base.Refusal;
import openland.request.ReplyFile.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The 22 reply types, as {@code request/replies.yaml} has them; a wrong file fails the start. */
@Component
public class ReplyTypes {
    private static final YAMLMapper YAML = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY).enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();

    private final ReplyFile file;
    private final RemedyTerms terms;
    private final Map<String, ReplyType> byCode = new LinkedHashMap<>();

    ReplyTypes() {
        this(own());
    }

    /** @throws IllegalArgumentException saying what is wrong with it */
    ReplyTypes(ReplyFile file) {
        ReplyFileCheck.check(file);
        this.file = file;
        this.terms = new RemedyTerms(file.remedies());
        var toldAnyway = file.whereNoRemedyIsDemanded() == ReplyFile.Untold.TOLD;
        file.replies().forEach(entry -> byCode.put(requireNonNull(entry.code()), new ReplyType(entry, terms, toldAnyway)));
    }

    static ReplyFile read(InputStream yaml) {
        return YAML.readValue(yaml, ReplyFile.class);
    }

    private static ReplyFile own() {
        try (var file = ReplyTypes.class.getResourceAsStream("/request/replies.yaml")) {
            return read(requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** R01 to R22, in their order. */
    public List<ReplyType> all() {
        return List.copyOf(byCode.values());
    }

    /** @throws Refusal INVALID when there is none of that code */
    public ReplyType byCode(String code) {
        return Optional.ofNullable(byCode.get(code)).orElseThrow(() -> Refusal.invalid("没有“" + code + "”这种答复类型。"));
    }

    /** Whether that is so of a reply that was given; of none, nothing is. */
    public boolean is(ReplyTrait trait, @Nullable String code, @Nullable String choice) {
        return code != null && byCode(code).is(trait, choice);
    }

    /** The one that points to what is public already. */
    public ReplyType pointing() {
        return byCode.values().stream().filter(type -> type.is(ReplyTrait.POINTS, null)).findFirst().orElseThrow();
    }

    /** What a notice's form asks for, demanded things first. @throws Refusal INVALID when a choice is missing or none of its own */
    public List<Stated> fields(LetterKind notice, @Nullable String choice) {
        return ReplyType.form(entry(notice), choice, notice.label()).fields();
    }

    /** The choices of a notice; none when there is nothing to choose. */
    public List<String> choices(LetterKind notice) {
        return entry(notice).alternatives().stream().map(one -> requireNonNull(one.name())).toList();
    }

    static boolean isFormer(LocalDate receivedOn) {
        return Regime.of(receivedOn) == Regime.OF_2008;
    }

    Entry entry(LetterKind notice) {
        return file.notices().stream().filter(one -> one.kind() == notice).findFirst()
                .orElseThrow(() -> Refusal.invalid("答复书请先选定答复类型。"));
    }

    ReplyFile file() {
        return file;
    }

    RemedyTerms terms() {
        return terms;
    }
}
