package openland.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import openland.office.Post;

/** What every review path must have, whoever writes it (先审查后公开). */
final class ReviewPath {
    private static final Set<Post> APPROVERS = Set.of(Post.LEADER, Post.HEAD);

    private ReviewPath() {}

    /** Why the path may not stand; empty when it may. */
    static Optional<String> fault(List<Step> path) {
        if (path.isEmpty() || !path.getFirst().equals(new Step.One(Post.DRAFTER, Condition.ALWAYS))) {
            return Optional.of("审核流程必须从拟稿（drafter）开始。");
        }
        int secrecy = path.indexOf(new Step.One(Post.SECRECY, Condition.ALWAYS));
        if (secrecy < 0) {
            return Optional.of("审核流程必须有保密审查（secrecy），而且不能带条件：先审查、后公开（政府信息公开条例第十七条）。");
        }
        if (path.subList(0, secrecy).stream().anyMatch(ReviewPath::approves)) {
            return Optional.of("保密审查（secrecy）必须在领导审签和会签之前。");
        }
        if (path.stream().noneMatch(step -> step instanceof Step.One(var post, var when)
                && APPROVERS.contains(post) && when == Condition.ALWAYS)) {
            return Optional.of("审核流程至少要有一个不带条件的审签步骤（leader或head）。");
        }
        return Optional.empty();
    }

    private static boolean approves(Step step) {
        return step instanceof Step.All || step instanceof Step.One(var post, var _) && APPROVERS.contains(post);
    }

    /** Where the step of that name stands: a post, or the name of what is waited for. */
    static OptionalInt placeOf(String name, List<Step> path) {
        return IntStream.range(0, path.size()).filter(i -> switch (path.get(i)) {
            case Step.One(var post, var _) -> post.name().toLowerCase(Locale.ROOT).equals(name);
            case Step.Wait(var waited, var _, var _) -> waited.equals(name);
            case Step.All _ -> false;
        }).findFirst();
    }
}
