package openland.catalogue;

import java.util.Optional;
import java.util.Set;
import openland.office.Post;

/** Reads one step of a review path: {@code leader}, {@code { head: when important }}, {@code { all: […] }}, {@code { wait: … }}. */
final class StepReader {
    private static final Set<Post> SIGNING = Set.of(Post.DRAFTER, Post.SECRECY, Post.LEADER, Post.HEAD, Post.DESK);

    private StepReader() {}

    static Step step(Place step) {
        if (step.node().isString()) {
            return new Step.One(post(step), Condition.ALWAYS);
        }
        if (step.has("all")) {
            return new Step.All(step.at("all").map(StepReader::post), step.at("of").text().equals("joint-offices"),
                    condition(step.at("when")));
        }
        if (step.has("wait")) {
            return new Step.Wait(step.at("wait").text(), step.at("label").text(), condition(step.at("when")));
        }
        if (step.node().size() != 1) {
            throw step.fault("一个步骤只能写一个岗位；几个岗位会签请写all。");
        }
        var name = step.node().propertyNames().iterator().next();
        return new Step.One(post(step, name), condition(step.at(name)));
    }

    private static Post post(Place post) {
        return post(post, post.text());
    }

    private static Post post(Place place, String name) {
        var post = name.equals(name.toLowerCase(java.util.Locale.ROOT)) ? Post.of(PackReader.upper(name)) : Optional.<Post>empty();
        return place.must(post.filter(SIGNING::contains), "没有能审核的岗位" + name + "；有：drafter、secrecy、leader、head、desk。");
    }

    private static Condition condition(Place when) {
        return switch (when.text()) {
            case "" -> Condition.ALWAYS;
            case "important", "when important" -> Condition.IMPORTANT;
            default -> throw when.fault("没有“" + when.text() + "”这个条件；有：when important。");
        };
    }
}
