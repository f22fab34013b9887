package openland.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an old book (旧台账): a request as another book tells it.
 *
 * @param number       as that book has it
 * @param correctionOn when a correction was asked for; null when it was not
 * @param correctedOn  when it came; null when it did not
 * @param consulted    when others were asked and answered, in order
 * @param extension    in working days; 0 without one
 * @param reply        null while it is open
 * @param part         the row of the older form where the reply has several; null otherwise
 */
record OldRequest(String number, ApplicantKind kind, Channel channel, LocalDate receivedOn, String asked, @Nullable LocalDate correctionOn,
        @Nullable LocalDate correctedOn, List<Consulted> consulted, int extension, @Nullable String reply, @Nullable String part, @Nullable LocalDate repliedOn,
        String unit, List<Sued> remedies) {
    private static final String REMARK = "导入";

    OldRequest {
        consulted = List.copyOf(consulted);
        remedies = List.copyOf(remedies);
    }

    /** @param answeredOn null while nobody has answered */
    record Consulted(LocalDate sentOn, @Nullable LocalDate answeredOn) {}

    /** @param result null while it is open */
    record Sued(RequestRemedy.Kind kind, RequestRemedy.@Nullable Result result, LocalDate on) {}

    /** An event with where it led. */
    record Told(RequestEvent event, Stage to) {}

    /** What happened, under the regulation of its day: that of 2007 knew no notice to correct that stops the time, so such a one is only noted. */
    List<Told> events(UUID by, Instant at) {
        var told = new Telling(by, at);
        told.happened(RequestMove.CONFIRM, receivedOn, Stage.REGISTERED, Map.of());
        if (correctionOn != null) {
            corrected(told, correctionOn);
        }
        int n = 0;
        for (var one : consulted) {
            var detail = Map.of(RequestEvent.CONSULTATION, "import-" + ++n, RequestEvent.KIND, Consultation.Kind.THIRD_PARTY.name());
            told.happened(RequestMove.CONSULT, one.sentOn(), Stage.PROCESSING, detail);
            if (one.answeredOn() != null) {
                told.happened(RequestMove.VIEW, one.answeredOn(), Stage.PROCESSING, detail);
            }
        }
        if (extension > 0) {
            told.happened(RequestMove.EXTEND, told.last().isBefore(receivedOn) ? receivedOn : told.last(), told.stage(), Map.of(RequestEvent.DAYS, Integer.toString(extension)));
        }
        if (reply != null) {
            var move = closing(told.stage());
            told.happened(move, Objects.requireNonNull(repliedOn), move == RequestMove.WITHDRAW ? Stage.WITHDRAWN : Stage.CLOSED, Map.of("reply", reply));
        }
        return told.all;
    }

    private void corrected(Telling told, LocalDate asked) {
        if (Regime.of(receivedOn) == Regime.OF_2008) {
            told.happened(RequestMove.ADD, asked, Stage.REGISTERED, Map.of());
            return;
        }
        told.happened(RequestMove.ASK_CORRECTION, asked, Stage.CORRECTING, Map.of());
        if (correctedOn != null) {
            told.happened(RequestMove.CORRECT, correctedOn, Stage.REGISTERED, Map.of());
        }
    }

    private RequestMove closing(Stage stage) {
        var move = RequestMove.endingWith(Objects.requireNonNull(reply)).orElse(RequestMove.DELIVER);
        boolean fits = switch (move) {
            case ABANDON -> stage == Stage.CORRECTING;
            case WITHDRAW -> part == null;
            default -> true;
        };
        return fits ? move : RequestMove.DELIVER;
    }

    boolean isOpen() {
        return reply == null;
    }

    /** Collects events in order. */
    private static final class Telling {
        private final List<Told> all = new ArrayList<>();
        private final UUID by;
        private final Instant at;

        Telling(UUID by, Instant at) {
            this.by = by;
            this.at = at;
        }

        void happened(RequestMove move, LocalDate on, Stage to, Map<String, String> detail) {
            all.add(new Told(new RequestEvent(all.size() + 1, move, on, at, by, REMARK, detail), to));
        }

        Stage stage() {
            return all.getLast().to();
        }

        LocalDate last() {
            return all.getLast().event().on();
        }
    }
}
