package openland.disclosure;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import openland.base.Time;
import openland.catalogue.NegativeEntry;
import openland.catalogue.NegativeEntry.Category;
import openland.catalogue.NegativeList;
import openland.office.Office;
import openland.screening.Finding.Severity;
import openland.screening.Watch;
import openland.screening.Watchlist;
import org.springframework.stereotype.Component;

/** Makes of an office's 负面清单 what the screening looks for: art. 14 stops, art. 15 stops but may pass, art. 16 asks. */
@Component
public class Watching {
    private record Made(long revision, LocalDate day, Watchlist list) {}

    private final NegativeList negativeList;
    private final InstantSource time;
    private final Map<UUID, Made> made = new ConcurrentHashMap<>();

    Watching(NegativeList negativeList, InstantSource time) {
        this.negativeList = negativeList;
        this.time = time;
    }

    /** What binds the office today. */
    public Watchlist over(Office office) {
        long revision = negativeList.revision();
        var day = Time.dateOf(time.instant());
        var known = made.get(office.id());
        if (known == null || known.revision() != revision || !known.day().equals(day)) {
            known = new Made(revision, day, of(negativeList.over(office)));
            made.put(office.id(), known);
        }
        return known.list();
    }

    static Watchlist of(List<NegativeEntry> entries) {
        return Watchlist.of(entries.stream().map(Watching::watch).toList());
    }

    private static Watch watch(NegativeEntry entry) {
        return new Watch(entry.id().toString(), Watch.By.valueOf(entry.kind().name()), entry.what(), entry.metres(), entry.squareKm(),
                entry.category() == Category.ARTICLE_16 ? Severity.ASK : Severity.STOP,
                "政府信息公开条例" + entry.category().label() + "；" + entry.basis() + "。" + entry.category().consequence(),
                entry.category() == Category.ARTICLE_15);
    }
}
