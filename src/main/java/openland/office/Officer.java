package openland.office;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Refusal;

/**
 * An officer (工作人员) with the posts held at this moment. Controllers take one as a parameter; it is read from the
 * database anew at each request.
 *
 * @param name   what is typed at sign-in
 * @param office where the account belongs; posts may be of other offices
 */
public record Officer(UUID id, String name, String displayName, UUID office, Set<Holding> posts, Reach reach) {

    /** A post of an office. */
    public record Holding(Post post, UUID office) {}

    /** Knows which office lies under which. */
    @FunctionalInterface
    public interface Reach {
        /** True when {@code office} is {@code ancestor} or lies under it. */
        boolean isWithin(UUID office, UUID ancestor);
    }

    public Officer {
        posts = Set.copyOf(posts);
    }

    /** A business post holds for exactly its office, an administrator's for the office's whole subtree. */
    public boolean holds(Post post, UUID office) {
        return posts.stream().filter(held -> held.post() == post).anyMatch(held -> held.office().equals(office)
                || post.isAdministrator() && reach.isWithin(office, held.office()));
    }

    /** True when the officer holds {@code post} for some office. */
    public boolean holds(Post post) {
        return posts.stream().anyMatch(held -> held.post() == post);
    }

    public boolean holdsOneOf(Set<Post> anyOf, UUID office) {
        return anyOf.stream().anyMatch(post -> holds(post, office));
    }

    /** @throws Refusal naming the post, when the officer does not hold it for {@code office} */
    public void mustHold(Post post, UUID office) {
        mustHoldOneOf(EnumSet.of(post), office);
    }

    /** @throws Refusal naming the posts, when the officer holds none of them for {@code office} */
    public void mustHoldOneOf(Set<Post> anyOf, UUID office) {
        if (!holdsOneOf(anyOf, office)) {
            throw Refusal.forbidden("办理此事需要该机构的岗位：" + labels(anyOf) + "。您目前没有这个岗位。");
        }
    }

    /** @throws Refusal naming the post, when the officer holds it for no office at all */
    public void mustHold(Post post) {
        if (!holds(post)) {
            throw Refusal.forbidden("办理此事需要岗位：" + post.label() + "。您目前没有这个岗位。");
        }
    }

    /** @throws Refusal when the officer is neither 系统管理员 nor 安全保密管理员 of any office */
    public void mustAdministrate() {
        if (!holds(Post.SYSADMIN)) {
            mustHold(Post.SECADMIN);
        }
    }

    private static String labels(Set<Post> posts) {
        return posts.stream().sorted().map(Post::label).collect(Collectors.joining("、"));
    }
}
