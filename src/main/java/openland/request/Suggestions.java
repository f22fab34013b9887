package openland.request;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import openland.base.Ids;
import openland.base.Refusal;
import openland.base.Time;
import openland.search.Hit;
import openland.search.Question;
import openland.search.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** What is public already and may be what somebody is about to ask for; and whether it was. Nothing is kept of who he is or what he wrote. */
@Service
public class Suggestions {
    /** More would not be read. */
    public static final int MOST = 3;
    private static final int READ_OF_EACH = 100;
    private static final double LEAST_SHARED = 0.3;
    private static final TypeReference<List<UUID>> PIECES = new TypeReference<>() { };

    private final Search search;
    private final JdbcClient db;
    private final Ids ids;
    private final InstantSource time;

    Suggestions(Search search, JdbcClient db, Ids ids, InstantSource time) {
        this.search = search;
        this.db = db;
        this.ids = ids;
        this.time = time;
    }

    /** @param id null when there was nothing to show */
    public record Shown(@Nullable UUID id, List<Hit> hits) {}

    /** How often something was shown since a day, and what people said of it. */
    public record Use(long shown, long found, long none) {}

    /** At most three published pieces that fit what was written, and a row that they were shown; none while search is away. */
    @Transactional
    public Shown show(List<String> asked) {
        var hits = fitting(asked);
        if (hits.isEmpty()) {
            return new Shown(null, hits);
        }
        var id = ids.next("000000");
        db.sql("insert into request_suggestion (id, on_day, shown) values (:id, :day, :shown::jsonb)").param("id", id)
                .param("day", Time.dateOf(time.instant())).param("shown", RequestStore.JSON.writeValueAsString(hits.stream().map(Hit::id).toList())).update();
        return new Shown(id, hits);
    }

    /** The same without a row: for a page that is shown again. */
    public List<Hit> fitting(List<String> asked) {
        var found = new LinkedHashMap<UUID, Hit>();
        asked.stream().filter(words -> !words.isBlank()).limit(MOST).forEach(words -> look(words).forEach(hit -> found.putIfAbsent(hit.id(), hit)));
        return found.values().stream().limit(MOST).toList();
    }

    private List<Hit> look(String asked) {
        var words = asked.strip().replaceAll("\\s+", " ").replaceAll("^(请|我)?(想要|要|申请|公开|提供|获取|查阅|了解)*(关于|有关)?", "");
        try {
            var found = search.find(Question.of(words.substring(0, words.offsetByCodePoints(0, Math.min(READ_OF_EACH, words.codePointCount(0, words.length()))))));
            return found.hits().isEmpty() ? found.near().stream().filter(hit -> fits(words, hit)).toList() : found.hits();
        } catch (Refusal _) {
            return List.of();   // the search is being built anew: nobody is kept from asking by that
        }
    }

    private static boolean fits(String words, Hit hit) {
        var asked = pairs(words);
        asked.removeAll(pairs(hit.officeName()));   // who it is of says nothing of what it is about
        var said = pairs(hit.title() + " " + hit.snippet().replaceAll("<[^>]*>", "") + " " + hit.documentNumber());
        return !asked.isEmpty() && asked.stream().filter(said::contains).count() >= Math.max(2, LEAST_SHARED * asked.size());
    }

    private static Set<String> pairs(String words) {
        var bare = Words.bare(words);
        return IntStream.range(0, Math.max(0, bare.length() - 1)).mapToObj(i -> bare.substring(i, i + 2)).collect(Collectors.toCollection(HashSet::new));
    }

    /** One of those shown is what was wanted. @throws Refusal NOT_FOUND when it was not among them */
    @Transactional
    public void found(UUID shown, UUID piece) {
        var pieces = db.sql("select shown::text from request_suggestion where id = :id").param("id", shown).query(String.class).optional()
                .map(text -> RequestStore.JSON.readValue(text, PIECES)).orElse(List.of());
        if (!pieces.contains(piece)) {
            throw Refusal.notFound("没有推荐过这件信息。");
        }
        db.sql("update request_suggestion set answer = 'FOUND', piece = :piece where id = :id").param("piece", piece).param("id", shown).update();
    }

    /** None of them is; nothing happens when nothing was shown under that id, or something was found already. */
    @Transactional
    public void none(UUID shown) {
        db.sql("update request_suggestion set answer = 'NONE' where id = :id and answer is null").param("id", shown).update();
    }

    public Use since(java.time.LocalDate day) {
        return db.sql("""
                select count(*) as shown, count(*) filter (where answer = 'FOUND') as found, count(*) filter (where answer = 'NONE') as none
                  from request_suggestion where on_day >= :day""").param("day", day).query(Use.class).single();
    }
}
