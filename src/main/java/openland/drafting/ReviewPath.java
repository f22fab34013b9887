package openland.drafting;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.catalogue.Condition;
import openland.catalogue.Item;
import openland.catalogue.Step;
import openland.office.Office;
import openland.office.Offices;
import openland.office.Post;
import org.springframework.stereotype.Component;

/** Reads an item's review path for one draft: which step is next, and whom it waits for. */
@Component
class ReviewPath {
    private final Offices offices;

    ReviewPath(Offices offices) {
        this.offices = offices;
    }

    /** The first step after {@code step} that applies to this content; empty when the path is at its end. */
    OptionalInt next(Item item, Content content, int step) {
        return IntStream.range(step + 1, item.review().size())
                .filter(i -> applies(item.review().get(i), content))
                .findFirst();
    }

    private static boolean applies(Step step, Content content) {
        boolean joint = step instanceof Step.All all && all.ofJointOffices();
        return (step.when() == Condition.ALWAYS || content.important()) && (!joint || !content.jointOffices().isEmpty());
    }

    /** Whose signature the step still lacks, given those of this round. */
    Set<Awaited> awaited(Item item, Draft draft, List<Signed> signatures) {
        var given = signatures.stream()
                .filter(signed -> signed.step() == draft.step())
                .map(signed -> new Awaited(signed.signature().office(), signed.signature().post()))
                .collect(Collectors.toSet());
        return wanted(item.review().get(draft.step()), draft)
                .filter(awaited -> !given.contains(awaited))
                .collect(Collectors.toSet());
    }

    private Stream<Awaited> wanted(Step step, Draft draft) {
        return switch (step) {
            case Step.One one -> Stream.of(new Awaited(draft.office(), one.post()));
            case Step.All all when all.ofJointOffices() -> jointOffices(draft.content())
                    .flatMap(office -> all.posts().stream().map(post -> new Awaited(office.id(), post)));
            case Step.All all -> all.posts().stream().map(post -> new Awaited(draft.office(), post));
            case Step.Wait _ -> Stream.of(new Awaited(draft.office(), Post.DRAFTER));
        };
    }

    /** The offices that issue the piece together. @throws Refusal when one of them does not exist */
    Stream<Office> jointOffices(Content content) {
        return content.jointOffices().stream().distinct().map(code -> offices.byCode(code)
                .orElseThrow(() -> Refusal.invalid("联合发文机关“" + code + "”不存在，请填机构代码。")));
    }

    /** The path in words: every step that applies, whether it is done, is now, or is to come. */
    List<PathLine> lines(Item item, DraftStatus status) {
        var draft = status.draft();
        boolean over = draft.state() != State.DRAFTING && draft.state() != State.IN_REVIEW;
        int now = draft.state() == State.DRAFTING ? 0 : draft.step();
        return IntStream.range(0, item.review().size())
                .filter(i -> applies(item.review().get(i), draft.content()))
                .mapToObj(i -> new PathLine(item.review().get(i).label(), over || i < now, !over && i == now,
                        status.signatures().stream().filter(s -> s.step() == i).toList()))
                .toList();
    }
}
