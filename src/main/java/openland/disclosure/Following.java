package openland.disclosure;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import openland.casework.Candidate;
import openland.casework.Candidates;
import openland.casework.OpeningDuties;
import openland.casework.Trigger;
import openland.catalogue.Catalogue;
import openland.catalogue.DossierType;
import openland.catalogue.Item;
import openland.catalogue.Rules;
import openland.office.Office;
import openland.office.Offices;
import org.springframework.stereotype.Component;

/** What follows in a dossier from a piece that has become public: the duty of the next stage, and what seems to have been left out before. */
@Component
class Following {
    private static final int LONGEST_KEY = 100;

    private final DossierStore dossiers;
    private final OpeningDuties opening;
    private final Candidates candidates;
    private final Catalogue catalogue;
    private final Rules rules;
    private final Offices offices;

    Following(DossierStore dossiers, OpeningDuties opening, Candidates candidates, Catalogue catalogue, Rules rules, Offices offices) {
        this.dossiers = dossiers;
        this.opening = opening;
        this.candidates = candidates;
        this.catalogue = catalogue;
        this.rules = rules;
        this.offices = offices;
    }

    /** Within the publication's transaction; what cannot be owed is left out, so that it never stands in the way of publishing. */
    void follow(Joining.Joined place, Joining.Arriving arriving) {
        var key = place.key().isEmpty() ? dossiers.keys(place.dossier()).stream().findFirst().orElse("") : place.key();
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            return;
        }
        var reading = new Reading(arriving.projection());
        var thing = new Reading.Thing(place.key(), catalogue.byId(arriving.projection().item()).map(place.seat().member()::keys).orElse(List.of()));
        for (var next : place.seat().stage().opens()) {
            boolean again = next.from().equals(DossierType.PUBLISHED) && arriving.projection().edition() > 1;
            if (!again) {
                reading.day(next.from(), thing).ifPresent(day -> open(next, place, arriving, key, day));
            }
        }
        missing(place, arriving, key);
    }

    private void open(DossierType.Opening next, Joining.Joined place, Joining.Arriving arriving, String key, LocalDate day) {
        for (var office : owing(next, place, arriving)) {
            var known = offices.byId(office);
            boolean isOwed = known.isPresent() && rules.dueOf(next.item(), known.get(), day).filter(one -> one.rule().clock() != null).isPresent();
            if (isOwed && !dossiers.has(place.dossier(), next.item(), office)) {
                opening.open(new Trigger(office, next.item(), "", day.atTime(LocalTime.MIDNIGHT), key, "", Trigger.Source.CASE, arriving.piece().toString()));
            }
        }
    }

    private List<UUID> owing(DossierType.Opening next, Joining.Joined place, Joining.Arriving arriving) {
        var others = next.of().isEmpty() ? List.<UUID>of() : dossiers.offices(place.dossier(), next.of());
        return others.isEmpty() ? List.of(arriving.office().id()) : others;
    }

    /** A later stage implies the one before it: who has not published that seems to owe it. */
    private void missing(Joining.Joined place, Joining.Arriving arriving, String key) {
        place.type().stage(place.seat().stage().follows())
                .filter(before -> !before.optional() && !before.members().isEmpty() && dossiers.living(place.dossier(), before.stage()).isEmpty())
                .flatMap(before -> before.members().stream().filter(member -> isOwedBy(member.item(), arriving.office())).findFirst())
                .ifPresent(member -> candidates.found(new Candidates.Noticed(arriving.office().id(), member.item(), key, "", null,
                        "“" + arriving.projection().itemTitle() + "”已经公开，前面的“" + catalogue.byId(member.item()).map(Item::title).orElse(member.item()) + "”没有公开。",
                        Candidate.Source.STAGE, place.dossier() + " " + place.seat().stage().follows())));
    }

    private boolean isOwedBy(String item, Office office) {
        return catalogue.byId(item).filter(one -> one.duty().levels().contains(office.level())).isPresent();
    }
}
