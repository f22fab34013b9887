package openland.request;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.base.Time;
import openland.office.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The whole book (申请台账) of those offices whose requests an officer sees. */
@Service
public class RequestBook {
    /** 第四十四条: several applicants for the same thing; from this many on it is proposed to publish it. */
    public static final int ALIKE = 3;
    private static final int YEARS = 2;

    private final BookStore store;
    private final RequestSight sight;
    private final InstantSource time;

    RequestBook(BookStore store, RequestSight sight, InstantSource time) {
        this.store = store;
        this.sight = sight;
        this.time = time;
    }

    /**
     * What is listed.
     *
     * @param office null for all offices where he works
     * @param stage  null for all
     * @param year   of receipt; null for all
     * @param after  as the page before gave it
     */
    public record Asked(@Nullable UUID office, @Nullable Stage stage, @Nullable Integer year, @Nullable String after, int limit) {}

    /** The newest first. @throws Refusal FORBIDDEN for who works for no office on requests; NOT_FOUND for another office's */
    public Keyset<InformationRequest> page(Asked asked, Officer officer) {
        var found = store.page(books(asked.office(), officer), asked.stage(), asked.year(), asked.after(), asked.limit() + 1);
        return Keyset.of(found, asked.limit(), one -> one.id().toString());
    }

    private Collection<UUID> books(@Nullable UUID office, Officer officer) {
        var books = sight.offices(officer);
        if (books.isEmpty()) {
            throw Refusal.forbidden("申请由窗口岗、拟稿岗、保密审查岗和领导办理，您没有这些岗位。");
        }
        if (office != null && !books.contains(office)) {
            throw Refusal.notFound("没有这个机构的台账，或者您不在那里任职。");
        }
        return office == null ? books : List.of(office);
    }

    /**
     * The same thing, asked for by several (第四十四条).
     *
     * @param asked    in the words of the last one
     * @param last     number of the last request for it
     * @param lastId   its id
     */
    public record Alike(String asked, long applicants, long requests, String last, UUID lastId) {}

    /** What three or more different applicants have asked for in the last two years, most first. @throws Refusal as {@link #page} */
    public List<Alike> alike(Officer officer) {
        return store.alike(books(null, officer), ALIKE, Time.dateOf(time.instant()).minusYears(YEARS)).stream()
                .map(row -> new Alike(row.asked(), row.applicants(), row.requests(), row.lastNumber(), row.lastId())).toList();
    }
}
