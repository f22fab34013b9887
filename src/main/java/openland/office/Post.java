package openland.office;

import java.util.Optional;
import java.util.stream.Stream;

/** What an officer is appointed to do (岗位). */
public enum Post {
    DRAFTER("拟稿岗"),
    SECRECY("保密审查岗"),
    LEADER("分管领导"),
    HEAD("主要领导"),
    DESK("窗口岗"),
    IMPORTER("导入岗"),
    /** Creates offices and accounts (系统管理员). */ SYSADMIN("系统管理员"),
    /** Grants and takes posts (安全保密管理员). */ SECADMIN("安全保密管理员"),
    /** Reads the journal (安全审计员). */ AUDITOR("安全审计员");

    private final String label;

    Post(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** True for the three separate administrators (三权分立), whose posts hold for the office's whole subtree. */
    public boolean isAdministrator() {
        return compareTo(SYSADMIN) >= 0;
    }

    /** True when one person may hold both: business posts go together, an administrator's goes with nothing else. */
    boolean goesWith(Post other) {
        return this == other || !isAdministrator() && !other.isAdministrator();
    }

    public static Optional<Post> of(String name) {
        return Stream.of(values()).filter(post -> post.name().equals(name)).findFirst();
    }
}
