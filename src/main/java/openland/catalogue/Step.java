package openland.catalogue;

import java.util.List;
import openland.office.Post;

/** One step of the review path (审核流程). Every path begins with the drafter. */
public sealed interface Step {
    /** When it is taken. */
    Condition when();

    /** Somebody of one post signs. */
    record One(Post post, Condition when) implements Step {}

    /**
     * Somebody of each post signs (会签): of the own office, or that post of each office which the drafter named as
     * co-issuer; then the step is passed over where none was named.
     */
    record All(List<Post> posts, boolean ofJointOffices, Condition when) implements Step {
        public All {
            posts = List.copyOf(posts);
        }
    }

    /** An answer from outside is awaited and recorded, such as 合法性审查意见. */
    record Wait(String name, String label, Condition when) implements Step {}

    /** Who or what is to act, in words. */
    default String label() {
        return switch (this) {
            case One(var post, var _) -> post.label();
            case All(var posts, var joint, var _) ->
                    (joint ? "联合发文单位" : "") + String.join("、", posts.stream().map(Post::label).toList()) + "会签";
            case Wait(var _, var label, var _) -> label;
        };
    }
}
