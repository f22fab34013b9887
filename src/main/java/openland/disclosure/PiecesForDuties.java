package openland.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openland.base.Time;
import openland.casework.PublishedPieces;
import org.springframework.stereotype.Component;

/** Tells the rooms below what is public, for the duties that it meets. */
@Component
class PiecesForDuties implements PublishedPieces {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Disclosures disclosures;
    private final EditionStore editions;

    PiecesForDuties(Disclosures disclosures, EditionStore editions) {
        this.disclosures = disclosures;
        this.editions = editions;
    }

    @Override
    public List<PublishedPiece> recent(UUID office, String item, int limit) {
        return disclosures.list(Set.of(office), item, null, limit).items().stream().map(piece -> new PublishedPiece(piece.id(), piece.indexNumber(), piece.title(),
                piece.office(), piece.item(), Time.dateOf(piece.publishedAt()))).toList();
    }

    @Override
    public Optional<PublishedPiece> called(String written) {
        var id = ID.matcher(written);
        return Stream.concat(id.find() ? disclosures.find(UUID.fromString(id.group())).stream() : Stream.of(), disclosures.byIndexNumber(written.strip()).stream())
                .flatMap(piece -> published(piece).stream()).findFirst();
    }

    @Override
    public Optional<PublishedPiece> byId(UUID id) {
        return disclosures.find(id).flatMap(PiecesForDuties::published);
    }

    @Override
    public Optional<Shown> locked(UUID id) {
        return editions.locked(id).filter(piece -> !piece.withdrawn()).flatMap(_ -> editions.shown(id));
    }

    private static Optional<PublishedPiece> published(Piece piece) {
        return Optional.ofNullable(piece.current()).map(edition -> new PublishedPiece(piece.id(), piece.indexNumber(), edition.projection().title(), piece.office(),
                piece.item(), Time.dateOf(edition.publishedAt())));
    }
}
