package openland.casework.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.casework.CaseMove;
import openland.casework.CaseState;
import openland.casework.Duties;
import openland.casework.DutyCase;
import openland.casework.DutyQuery;
import openland.casework.DutySight;
import openland.casework.MeetingDuties;
import openland.casework.Moment;
import openland.casework.MovingDuties;
import openland.casework.OpeningDuties;
import openland.casework.PublishedPieces;
import openland.casework.Trigger;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Publishing duties for programs. Every call may be repeated: what is there already is answered as it stands. */
@RestController
@RequestMapping("/api/v1/duties")
@Tag(name = "duties", description = "公开义务：登记、期限、办理（需要令牌）")
class DutiesApi {
    private static final int USUAL = 100;

    private final OpeningDuties opening;
    private final MovingDuties moving;
    private final MeetingDuties meeting;
    private final Duties duties;
    private final DutySight sight;
    private final PublishedPieces pieces;
    private final Offices offices;
    private final InstantSource time;

    DutiesApi(OpeningDuties opening, MovingDuties moving, MeetingDuties meeting, Duties duties, DutySight sight, PublishedPieces pieces, Offices offices,
            InstantSource time) {
        this.opening = opening;
        this.moving = moving;
        this.meeting = meeting;
        this.duties = duties;
        this.sight = sight;
        this.pieces = pieces;
        this.offices = offices;
        this.time = time;
    }

    /** @param happenedOn a date, or a local date and time in China */
    record TriggerInput(@Nullable String item, @Nullable String obligation, @Nullable String office, @Nullable String happenedOn, @Nullable String key,
            @Nullable String subject) {}

    /** @param piece of a {@code meet}: index number, id or address of what is public */
    record MoveInput(@Nullable String move, @Nullable String reason, @Nullable String on, @Nullable Integer more, @Nullable String piece) {}

    @PostMapping
    @Operation(summary = "登记：{item 或 obligation, office, happenedOn, key, subject}；新的201，早已登记的200，都答复这件义务和它的期限、推算过程")
    ResponseEntity<DutyView> report(@RequestBody TriggerInput input, Officer officer) {
        var opened = opening.open(trigger(input), officer);
        var view = whole(opened.duty());
        return opened.isNew() ? ResponseEntity.created(URI.create("/api/v1/duties/" + view.id())).body(view) : ResponseEntity.status(HttpStatus.OK).body(view);
    }

    private Trigger trigger(TriggerInput input) {
        if (input.office() == null || input.happenedOn() == null) {
            throw Refusal.invalid("请写明机构代码office和事情发生的日期happenedOn。");
        }
        return new Trigger(office(input.office()).id(), blankAsNull(input.item()), text(input.obligation()), Moment.parse(input.happenedOn()), text(input.key()),
                text(input.subject()), Trigger.Source.PROGRAM, "");
    }

    @GetMapping
    @Operation(summary = "清单，按到期日：office（代码，缺省为自己任职的机构）、state（open、paused、met、cancelled；缺省为未办结的）、item、after、limit")
    Keyset<DutyView> list(@RequestParam @Nullable String office, @RequestParam @Nullable String state, @RequestParam @Nullable String item,
            @RequestParam @Nullable String after, @RequestParam @Nullable Integer limit, Officer officer) {
        var states = state == null ? Set.<CaseState>of() : Set.of(state(state));
        var query = new DutyQuery(null, blankAsNull(item), Set.of(), states, after);
        var names = new HashMap<UUID, String>();
        offices.all().forEach(one -> names.put(one.id(), one.code()));
        var now = time.instant();
        return duties.running(asked(office, officer), query, Keyset.limit(limit, USUAL))
                .map(duty -> DutyView.listed(duty, names.getOrDefault(duty.office(), ""), now));
    }

    private Collection<UUID> asked(@Nullable String code, Officer officer) {
        if (code == null) {
            return sight.mustWork(officer);
        }
        var office = office(code);
        sight.mustSee(office.id(), office.code(), officer);
        return Set.of(office.id());
    }

    @GetMapping("/{id}")
    @Operation(summary = "一件义务：期限、推算过程derivation、办理经过moves、期限的变动changes")
    DutyView one(@PathVariable UUID id, Officer officer) {
        return whole(sight.see(id, officer));
    }

    @PostMapping("/{id}/moves")
    @Operation(summary = "办一步：{move, reason, on, more, piece}；move是pause、resume、extend、cancel、reopen、meet；重复已办的一步，答复相同")
    DutyView move(@PathVariable UUID id, @RequestBody MoveInput input, Officer officer) {
        sight.see(id, officer);
        var move = CaseMove.of(text(input.move())).orElseThrow(() -> Refusal.invalid("请写明move："
                + String.join("、", Arrays.stream(CaseMove.values()).map(CaseMove::code).toList()) + "。"));
        if (move == CaseMove.MEET && !text(input.piece()).isBlank()) {
            var piece = pieces.called(text(input.piece())).orElseThrow(() -> Refusal.invalid("没有这条已公开的信息，piece应写索引号或者网址。"));
            return whole(meeting.link(id, piece.id(), officer));
        }
        var on = text(input.on()).isBlank() ? null : Moment.parse(text(input.on())).toLocalDate();
        return whole(moving.move(new MovingDuties.Wanted(id, move, text(input.reason()), on, Objects.requireNonNullElse(input.more(), 0)), officer));
    }

    private DutyView whole(DutyCase duty) {
        var office = offices.byId(duty.office()).map(Office::code).orElse("");
        return DutyView.whole(duty, office, time.instant(), duties.derivation(duty), duties.steps(duty.id()), duties.changes(duty.id()));
    }

    private Office office(String code) {
        return offices.byCode(code).orElseThrow(() -> Refusal.invalid("没有代码为" + code + "的机构。"));
    }

    private static CaseState state(String code) {
        return Arrays.stream(CaseState.values()).filter(state -> state.name().toLowerCase(Locale.ROOT).equals(code)).findFirst()
                .orElseThrow(() -> Refusal.invalid("state应是open、paused、met、cancelled之一。"));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
