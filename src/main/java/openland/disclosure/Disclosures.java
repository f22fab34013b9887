package openland.disclosure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.files.FileContent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads what is public, with the rights of the public: the database role that reads here cannot see a draft. */
@Service
public class Disclosures {
    private final PublishedStore published;

    Disclosures(PublishedStore published) {
        this.published = published;
    }

    /** The piece with its line of editions, also when it was withdrawn (then without content). */
    public Optional<Piece> find(UUID id) {
        return published.piece(id);
    }

    /** The same of many at once; those that do not exist are left out. */
    List<Piece> all(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : published.pieces(ids);
    }

    /** The newest edition, if the piece is public. */
    public Optional<Edition> current(UUID id) {
        return find(id).flatMap(piece -> Optional.ofNullable(piece.current()));
    }

    /** Edition {@code number} while it is public; an earlier one stays so unless a correction retracted it. */
    public Optional<Edition> edition(UUID id, int number) {
        return published.edition(id, number);
    }

    /**
     * The same, or why it cannot be read.
     *
     * @throws Refusal NOT_FOUND when there is none, GONE when it was withdrawn
     */
    public Edition readable(UUID id, int number) {
        var piece = find(id).orElseThrow(Disclosures::notFound);
        var line = piece.line(number).orElseThrow(() -> Refusal.notFound("这件信息没有第" + number + "版。"));
        if (piece.withdrawn() != null || line.withdrawn() != null) {
            throw new Refusal(Reason.GONE, (piece.withdrawn() != null ? "这件信息" : "这一版") + "已经撤回，内容不再提供。");
        }
        return edition(id, number).orElseThrow(Disclosures::notFound);
    }

    private static Refusal notFound() {
        return Refusal.notFound("没有这件信息。");
    }

    /** What can be read of the attachments of an edition, by SHA-256; empty once it is withdrawn. */
    public Map<String, FileContent> files(UUID id, int number) {
        return published.files(id, number);
    }

    /** What can be read of one attachment of an edition. */
    public Optional<FileContent> file(UUID id, int number, String sha256) {
        return published.file(id, number, sha256);
    }

    /** Every piece that bears {@code indexNumber} (索引号), which is unique per issuer only. */
    public List<Piece> byIndexNumber(String indexNumber) {
        return published.idsByIndexNumber(indexNumber).stream().flatMap(id -> find(id).stream()).toList();
    }

    /**
     * Public pieces, the newest first, as far as a checkpoint of the ledger covers them.
     *
     * @param offices only of these offices; null: of all
     * @param item    only of this catalogue item; null: of all
     * @param after   the {@code next} of the page before
     */
    public Keyset<Listed> list(@Nullable Set<UUID> offices, @Nullable String item, @Nullable String after, int limit) {
        return published.list(offices, item, Keyset.decode(after), limit);
    }

    /** How many pieces are public, as far as a checkpoint covers them. */
    public List<Count> counts() {
        return published.counts();
    }
}
