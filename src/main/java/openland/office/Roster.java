package openland.office;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A list of officers and their posts (人员名册), as it was uploaded.
 *
 * @param lines each in its row of the sheet
 */
public record Roster(List<Line> lines) {
    /** So many rows at most. */
    public static final int MOST = 5_000;

    /** One row as it stands in the sheet, all as text. @param posts labels with 、 between them, of another office as 拟稿岗@CODE */
    public record Row(int number, String name, String displayName, String office, String posts, String state) {}

    /** One officer. @param posts that he shall hold, all of them. @param active false for one who has left */
    public record Line(int number, String name, String displayName, UUID office, Set<Officer.Holding> posts, boolean active) {}

    /** What is wrong with a row. */
    public record Fault(int number, String sentence) {}

    /** A post that would be granted or taken. */
    public record Change(Line line, Officer.Holding holding) {}

    /**
     * What would change.
     *
     * @param unmentioned accounts that are not in the list and stay as they are
     */
    public record Plan(List<Line> added, List<Line> closed, List<Line> reopened, List<Change> granted, List<Change> taken,
            int unchanged, int unmentioned) {
        public boolean changesAccounts() {
            return !added.isEmpty() || !closed.isEmpty() || !reopened.isEmpty();
        }

        public boolean changesPosts() {
            return !granted.isEmpty() || !taken.isEmpty();
        }
    }

    /** A new account and its one-time password, shown once. */
    public record Opened(String name, String displayName, String password) {
        @Override
        public String toString() {
            return "Opened[" + name + "]";
        }
    }

    /** Reads rows; what is wrong is added to {@code faults}, and such a row is left out. */
    static Roster read(List<Row> rows, OfficeCodes codes, List<Fault> faults) {
        var lines = new ArrayList<Line>();
        var names = new HashSet<String>();
        for (var row : rows) {
            var before = faults.size();
            var line = line(row, codes, faults);
            if (!names.add(row.name())) {
                faults.add(new Fault(row.number(), "用户名" + row.name() + "在名册里出现了两次。"));
            }
            if (faults.size() == before) {
                lines.add(line);
            }
        }
        return new Roster(lines);
    }

    private static Line line(Row row, OfficeCodes codes, List<Fault> faults) {
        var office = codes.id(row.office());
        if (office.isEmpty()) {
            faults.add(new Fault(row.number(), "没有代码为“" + row.office() + "”的机构，或者它不归您管理。"));
        }
        new NewOfficer(row.name(), row.displayName(), office.orElse(new UUID(0, 0)), "").problem()
                .ifPresent(problem -> faults.add(new Fault(row.number(), problem)));
        if (!row.state().isEmpty() && !Set.of("在用", "停用").contains(row.state())) {
            faults.add(new Fault(row.number(), "状态应是“在用”或“停用”，不是“" + row.state() + "”。"));
        }
        var posts = new LinkedHashSet<Officer.Holding>();
        for (var word : row.posts().split("[、,，;；\\s]+", -1)) {
            if (!word.isEmpty()) {
                holding(word, row, codes, faults).ifPresent(posts::add);
            }
        }
        var active = !row.state().equals("停用");
        oneBranch(row.number(), posts, faults);
        return new Line(row.number(), row.name(), row.displayName(), office.orElse(new UUID(0, 0)), active ? posts : Set.of(), active);
    }

    private static Optional<Officer.Holding> holding(String word, Row row, OfficeCodes codes, List<Fault> faults) {
        var parts = word.split("@", 2);
        var post = Stream.of(Post.values()).filter(known -> known.label().equals(parts[0])).findFirst();
        var office = codes.id(parts.length == 2 ? parts[1] : row.office());
        if (post.isEmpty()) {
            faults.add(new Fault(row.number(), "没有“" + parts[0] + "”这个岗位。"));
        } else if (office.isEmpty() && parts.length == 2) {
            faults.add(new Fault(row.number(), "没有代码为“" + parts[1] + "”的机构，或者它不归您管理。"));
        }
        return post.flatMap(known -> office.map(id -> new Officer.Holding(known, id)));
    }

    /** 三权分立: an administrator's post goes with no other. */
    static void oneBranch(int number, Set<Officer.Holding> posts, List<Fault> faults) {
        var held = List.copyOf(posts);
        for (int i = 1; i < held.size(); i++) {
            if (!held.get(0).post().goesWith(held.get(i).post())) {
                faults.add(new Fault(number, "三权分立：同一人不能既是" + held.get(0).post().label() + "又是" + held.get(i).post().label() + "。"));
                return;
            }
        }
    }

    /** Finds offices by code. */
    @FunctionalInterface
    interface OfficeCodes {
        /** Empty when there is none of that code within reach. */
        Optional<UUID> id(String code);
    }
}
