package openland.office.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import openland.page.DeskSource;
import openland.page.Frame.Desk;
import openland.page.Frame.Entry;
import org.springframework.stereotype.Component;

/** Who is at work, for the head of the desk's pages, and where this officer's posts lead. */
@Component
class SignedInDesk implements DeskSource {
    private static final Set<Post> WORKING = EnumSet.of(Post.DRAFTER, Post.SECRECY, Post.LEADER, Post.HEAD, Post.DESK);

    private final Offices offices;

    SignedInDesk(Offices offices) {
        this.offices = offices;
    }

    @Override
    public Optional<Desk> desk() {
        return SignedIn.officer().map(officer -> new Desk(line(officer), entries(officer)));
    }

    private String line(Officer officer) {
        var office = offices.byId(officer.office()).map(Office::name).orElse("");
        var posts = officer.posts().stream().map(Officer.Holding::post).distinct().sorted().map(Post::label)
                .collect(Collectors.joining("、"));
        return Stream.of(office, officer.displayName(), posts).filter(part -> !part.isEmpty()).distinct().collect(Collectors.joining(" "));
    }

    private static List<Entry> entries(Officer officer) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry("工作台", "/desk"));
        if (officer.holds(Post.DRAFTER)) {
            entries.add(new Entry("拟稿", "/desk/drafts/new"));
        }
        if (WORKING.stream().anyMatch(officer::holds)) {
            entries.add(new Entry("公开义务", "/desk/duties"));
            entries.add(new Entry("依申请公开", "/desk/requests"));
        }
        if (officer.holds(Post.SYSADMIN)) {
            entries.add(new Entry("机构管理", "/desk/offices"));
            entries.add(new Entry("工作日历", "/desk/calendar"));
            entries.add(new Entry("期限规则", "/desk/rules"));
        }
        if (officer.holds(Post.SYSADMIN) || officer.holds(Post.SECADMIN)) {
            entries.add(new Entry("人员管理", "/desk/officers"));
        }
        if (officer.holds(Post.SECADMIN) || officer.holds(Post.SECRECY) || officer.holds(Post.HEAD)) {
            entries.add(new Entry("负面清单", "/desk/negative-list"));
        }
        if (officer.holds(Post.SYSADMIN) || officer.holds(Post.LEADER) || officer.holds(Post.HEAD)) {
            entries.add(new Entry("目录包", "/desk/packs"));
        }
        if (officer.holds(Post.AUDITOR)) {
            entries.add(new Entry("留痕", "/desk/journal"));
        }
        if (officer.holds(Post.SYSADMIN)) {
            entries.add(new Entry("邮件", "/desk/mail"));
        }
        return entries;
    }
}
