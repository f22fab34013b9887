package openland.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.catalogue.Catalogue;
import openland.catalogue.DossierType;
import openland.catalogue.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads dossiers (卷) with the rights of the public. */
@Service
public class Dossiers {
    private static final int LONGEST = 200;
    private static final int OF_EACH_STAGE = 50;

    private final PublishedDossierStore dossiers;
    private final DossierView view;
    private final Catalogue catalogue;

    Dossiers(PublishedDossierStore dossiers, DossierView view, Catalogue catalogue) {
        this.dossiers = dossiers;
        this.view = view;
        this.catalogue = catalogue;
    }

    /** A line of the list. */
    public record Listed(UUID id, String type, String key, Instant firstAt, Instant lastAt, int pieces, long lastIndex) {}

    /** Where a piece stands: in that stage of that dossier. */
    public record Standing(UUID dossier, String type, String stage, String key) {}

    /** Into which dossier this one was merged; empty when it was not. */
    public Optional<UUID> mergedInto(UUID id) {
        return dossiers.byId(id).flatMap(row -> Optional.ofNullable(row.mergedInto()));
    }

    /** The whole dossier; empty when there is none, or none of that kind any more, or nothing ever was in it. */
    public Optional<Dossier> find(UUID id) {
        return dossiers.byId(id).flatMap(row -> catalogue.dossier(row.type()).flatMap(type -> view.of(row, type, dossiers.keys(id), new DossierView.Members(dossiers.members(id, OF_EACH_STAGE), dossiers.sizes(id)))));
    }

    /**
     * All pieces of a stage, the newest first: also those that {@link #find} leaves out, which gives the newest fifty of each.
     *
     * @throws Refusal NOT_FOUND when there is no such dossier or stage, INVALID for a place in the list that was not given here
     */
    public Keyset<Dossier.Paper> papers(UUID id, String stage, @Nullable String after, int limit) {
        var row = dossiers.byId(id).filter(one -> one.mergedInto() == null).orElseThrow(() -> Refusal.notFound("没有这一卷。"));
        if (catalogue.dossier(row.type()).flatMap(type -> type.stage(stage)).isEmpty()) {
            throw Refusal.notFound("这一卷没有这个环节。");
        }
        var page = dossiers.pieces(id, stage, Keyset.decode(after), limit);
        return new Keyset<>(view.papers(page.items()), page.next());
    }

    /** The dossiers that a piece belongs to. */
    public List<Standing> ofPiece(UUID piece) {
        return dossiers.ofPiece(piece).stream().flatMap(member -> dossiers.byId(member.dossier()).filter(row -> row.mergedInto() == null)
                .flatMap(row -> catalogue.dossier(row.type())).map(type -> standing(member, type)).stream()).toList();
    }

    private Standing standing(DossierStore.Member member, DossierType type) {
        var key = member.key().isEmpty() ? dossiers.keys(member.dossier()).stream().findFirst().orElse("") : member.key();
        return new Standing(member.dossier(), type.title(), type.stage(member.stage()).map(DossierType.Stage::title).orElse(""), key);
    }

    /**
     * Dossiers in which something is public, those with the newest piece first.
     *
     * @param type  null for all
     * @param words the number of the thing, or the document number of one of its pieces; blank for all
     */
    public Keyset<Listed> list(@Nullable String type, String words, @Nullable String after, int limit) {
        var wanted = Item.asKey(words.length() > LONGEST ? words.substring(0, LONGEST) : words);
        return dossiers.list(type == null || type.isBlank() ? null : type, wanted.isEmpty() ? null : wanted, Keyset.decode(after), limit);
    }
}
