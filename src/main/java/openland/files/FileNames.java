package openland.files;

import java.text.Normalizer;
import openland.base.Refusal;

/** Names of files as people give them: shown, never used as a path. */
public final class FileNames {
    private static final int LONGEST = 120;

    private FileNames() {}

    /** The name to show. @throws Refusal when nothing usable is left or it tries to be a path */
    public static String shown(String given) {
        var name = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw Refusal.invalid("文件名应为1到120个字。");
        }
        boolean bad = name.codePoints().anyMatch(c -> c == '/' || c == '\\' || c == '%' || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT);
        if (bad || name.startsWith(".")) {
            throw Refusal.invalid("文件名里不能有斜线、百分号、控制字符，也不能以点开头，请改名后再传。");
        }
        return name;
    }
}
