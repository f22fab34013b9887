package openland.drafting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import openland.base.Digests;
import openland.base.Refusal;
import openland.drafting.Attaching;
import openland.drafting.DraftFinding;
import openland.drafting.DraftStatus;
import openland.drafting.Draftroom;
import openland.drafting.Drafting;
import openland.drafting.Intent;
import openland.drafting.Move;
import openland.drafting.Moving;
import openland.drafting.Overriding;
import openland.drafting.Preconditions;
import openland.office.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Drafts for programs. Every call may be repeated: what is done already is answered with how it stands. */
@RestController
@RequestMapping("/api/v1/drafts/{id}")
@Tag(name = "drafts", description = "拟稿与审签（需要令牌）")
class DraftApi {
    private final Drafting drafting;
    private final Attaching attaching;
    private final Moving moving;
    private final Overriding overriding;
    private final Preconditions preconditions;
    private final Draftroom room;

    DraftApi(Drafting drafting, Attaching attaching, Moving moving, Overriding overriding, Preconditions preconditions, Draftroom room) {
        this.drafting = drafting;
        this.attaching = attaching;
        this.moving = moving;
        this.overriding = overriding;
        this.preconditions = preconditions;
        this.room = room;
    }

    /**
     * @param state      of {@code drafting | in_review | approved | scheduled | published | discarded}
     * @param step       index of the review step
     * @param digest     SHA-256 of the content, in hexadecimal: what a signature is bound to
     * @param moves      the moves this officer may make now
     * @param forward    the one that brings the draft nearer to publication; null while it waits for somebody else
     * @param disclosure the id of the published piece, once there is one
     */
    record DraftView(UUID id, String state, int step, String digest, List<FindingView> findings, List<String> moves,
            @Nullable String forward, @Nullable UUID disclosure) {
        static DraftView of(DraftStatus status) {
            return new DraftView(status.draft().id(), status.draft().state().name().toLowerCase(Locale.ROOT),
                    status.draft().step(), Digests.hex(status.draft().digest()),
                    status.findings().stream().map(FindingView::of).toList(),
                    status.moves().stream().map(Move::code).toList(), status.forward().map(Move::code).orElse(null),
                    status.draft().disclosure());
        }
    }

    /**
     * @param place   where in the field, in words
     * @param finding what an override names; empty where there can be none
     * @param passed  the ground on which a signer let it pass; null while nobody has
     */
    record FindingView(String field, String severity, String sentence, String place, String finding, boolean mayPass,
            @Nullable PassedView passed) {
        static FindingView of(DraftFinding found) {
            var passed = found.passed();
            return new FindingView(found.field(), found.severity().name().toLowerCase(Locale.ROOT), found.sentence(), found.place(),
                    found.identity(), found.mayPass(), passed == null ? null
                    : new PassedView(passed.id(), passed.ground().code(), passed.reason(), passed.post().name(), passed.at()));
        }
    }

    record PassedView(UUID id, String ground, String reason, String post, Instant at) {}

    record OverrideInput(@Nullable String finding, @Nullable String ground, @Nullable String reason) {}

    record GateInput(@Nullable String obligation, @Nullable Boolean applies, @Nullable String record) {}

    record MoveInput(@Nullable String move, @Nullable String remark, @Nullable String digest, @Nullable Map<String, String> marks) {}

    @PutMapping
    @Operation(summary = "建立或改写稿件：{item, office, title, …, fields:{…}}；编号由客户端给出，重复提交不变")
    DraftView save(@PathVariable UUID id, @RequestBody JsonNode draft, Officer officer) {
        return DraftView.of(drafting.save(id, draft, officer));
    }

    @GetMapping
    @Operation(summary = "稿件现状：state、step、digest、findings、moves、forward、disclosure")
    DraftView look(@PathVariable UUID id, Officer officer) {
        return DraftView.of(room.look(id, officer));
    }

    @PostMapping("/moves")
    @Operation(summary = "走一步：{move, remark, digest, marks}；带digest时，内容与所看的不同就不办（409）；marks是退回时逐栏的意见；重复已走的一步，答复相同")
    DraftView move(@PathVariable UUID id, @RequestBody MoveInput input, Officer officer) {
        if (input.move() == null) {
            throw Refusal.invalid("请写明move，例如submit、sign、publish。");
        }
        var remark = input.remark() == null ? "" : input.remark();
        return DraftView.of(moving.move(new Intent(id, Move.ofCode(input.move()), remark, input.digest(),
                Objects.requireNonNullElse(input.marks(), Map.of())), officer));
    }

    @PostMapping("/overrides")
    @Operation(summary = "放行一处个人信息：{finding, ground, reason}；由拟稿人以外的审签人凭法定理由办，文字改了就失效")
    DraftView pass(@PathVariable UUID id, @RequestBody OverrideInput input, Officer officer) {
        return DraftView.of(overriding.pass(id, Objects.requireNonNullElse(input.finding(), ""),
                Objects.requireNonNullElse(input.ground(), ""), Objects.requireNonNullElse(input.reason(), ""), officer));
    }

    @PostMapping("/gates")
    @Operation(summary = "记下前置条件：{obligation, applies, record}；record写凭据（文号或名称，谁、哪天办的）")
    DraftView gate(@PathVariable UUID id, @RequestBody GateInput input, Officer officer) {
        return DraftView.of(preconditions.answer(id, Objects.requireNonNullElse(input.obligation(), ""), !Boolean.FALSE.equals(input.applies()),
                Objects.requireNonNullElse(input.record(), ""), officer));
    }

    @PutMapping("/attachments/{name}")
    @Operation(summary = "上传附件：请求体就是文件内容")
    DraftView attach(@PathVariable UUID id, @PathVariable String name, InputStream body, Officer officer) throws IOException {
        return DraftView.of(attaching.attach(id, name, body, officer));
    }

    @PostMapping("/attachments/{name}/strip")
    @Operation(summary = "去掉附件里的隐藏内容（隐藏的表、行、列、文字，嵌入的文件，保留的源数据）")
    DraftView strip(@PathVariable UUID id, @PathVariable String name, Officer officer) {
        return DraftView.of(attaching.strip(id, name, officer));
    }

    @DeleteMapping("/attachments/{name}")
    @Operation(summary = "去掉附件")
    DraftView detach(@PathVariable UUID id, @PathVariable String name, Officer officer) {
        return DraftView.of(attaching.detach(id, name, officer));
    }
}
