package openland.office;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import openland.base.Refusal;

/** An account that is to be opened. */
public record NewOfficer(String name, String displayName, UUID office, String password) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,31}");

    public NewOfficer {
        name = name.strip();
        displayName = displayName.strip();
    }

    void mustBeValid() {
        problem().ifPresent(sentence -> {
            throw Refusal.invalid(sentence);
        });
    }

    /** What is wrong with the names; empty when nothing is. */
    Optional<String> problem() {
        if (!NAME.matcher(name).matches()) {
            return Optional.of("用户名由2至32个小写字母、数字、点、下划线或连字符组成，以字母开头。");
        }
        return displayName.isEmpty() || displayName.length() > 50 ? Optional.of("姓名应为1至50个字。") : Optional.empty();
    }

    @Override
    public String toString() {
        return "NewOfficer[" + name + "]";
    }
}
