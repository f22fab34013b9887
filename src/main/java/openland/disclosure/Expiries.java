package openland.disclosure;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import openland.base.Keyset;
import openland.base.Time;
import openland.catalogue.Catalogue;
import openland.catalogue.Expiry;
import openland.form.Shown;
import openland.office.Office;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What ends soon (到期): mining rights, land-use periods, documents, by the day that their published pieces give. */
@Service
public class Expiries {
    private static final int YEAR = 12;

    private final ExpiryStore store;
    private final Catalogue catalogue;
    private final Offices offices;
    private final InstantSource time;

    Expiries(ExpiryStore store, Catalogue catalogue, Offices offices, InstantSource time) {
        this.store = store;
        this.catalogue = catalogue;
        this.offices = offices;
        this.time = time;
    }

    /**
     * Something that ends.
     *
     * @param kind   what of it ends: 矿业权有效期
     * @param name   which one
     * @param region where it is
     * @param place  its point, when its piece gives one
     */
    public record Ending(UUID piece, String item, String kind, String name, String title, String office, String region, LocalDate endsOn, @Nullable Point place) {}

    /** Degrees of longitude and latitude, as the piece gives them. */
    public record Point(double lon, double lat) {}

    /** @param over those that ended within the last year, instead of those to come */
    public record Asked(@Nullable String item, @Nullable Set<UUID> offices, boolean over) {}

    /** The kinds that there are. */
    public List<Expiry> kinds() {
        return catalogue.expiries();
    }

    /** Those to come within the time of warning of their kind, the soonest first; of those that are over the latest first. */
    public Keyset<Ending> list(Asked asked, @Nullable String after, int limit) {
        var today = Time.dateOf(time.instant());
        var kinds = catalogue.expiries().stream().filter(kind -> asked.item() == null || asked.item().equals(kind.item())).toList();
        var spans = kinds.stream().map(kind -> asked.over() ? new ExpiryStore.Span(kind.item(), path(kind), today.minusMonths(YEAR), today.minusDays(1))
                : new ExpiryStore.Span(kind.item(), path(kind), today, today.plusMonths(kind.months()))).toList();
        return store.list(new ExpiryStore.Question(spans, asked.offices(), asked.over()), Keyset.decode(after), limit).map(row -> ending(row, kinds));
    }

    private static String path(Expiry kind) {
        return kind.field().equals("expiresOn") ? Selection.EXPIRES : kind.field();
    }

    private Ending ending(ExpiryStore.Row row, List<Expiry> kinds) {
        var kind = kinds.stream().filter(one -> one.item().equals(row.projection().item()) && path(one).equals(row.field())).findFirst().orElseThrow();
        var reading = new Reading(row.projection());
        var name = kind.name().isEmpty() ? "" : reading.text(kind.name(), Reading.Thing.ALL);
        return new Ending(row.piece(), kind.item(), kind.title(), name.isEmpty() ? row.projection().title() : name, row.projection().title(),
                row.projection().officeName(), reading.region(offices.byId(row.office()).map(Office::region).orElse("")), row.endsOn(), point(row.projection()).orElse(null));
    }

    private static Optional<Point> point(Projection shown) {
        return Stream.of(shown.fields()).flatMap(List::stream).filter(field -> field.type().equals("place")).map(Shown::value)
                .filter(place -> place.path("lon").isNumber() && place.path("lat").isNumber())
                .map(place -> new Point(place.path("lon").asDouble(), place.path("lat").asDouble())).findFirst();
    }
}
