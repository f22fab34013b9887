package openland.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import openland.base.Digests;
import openland.ledger.LogWalk.Published;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code --verify-ledger=FOLDER-or-URL}: checks a whole log and every published piece against its leaf, with nothing but
 * what anybody can read, and names the first that does not fit. Needs no database and writes nothing but a mirror.
 */
public final class VerifyLedger {
    public static final String COMMAND = "--verify-ledger=";
    private static final String MIRROR = "--mirror=";
    private static final String KNOWN_KEY = "--known-key=";
    private static final String KNOWN_CHECKPOINT = "--known-checkpoint=";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LogSource source;
    private final LogWalk walk;
    private final @Nullable String earlier;
    private int files;

    private VerifyLedger(LogSource source, @Nullable String earlier) {
        this.source = source;
        this.earlier = earlier;
        this.walk = new LogWalk(source, earlier == null ? List.of() : List.of(sizeOf(earlier)));
    }

    /**
     * @param arguments {@code --verify-ledger=…}, and if wanted {@code --mirror=FOLDER}, {@code --known-key=LINE},
     *                  {@code --known-checkpoint=FILE}
     * @return 0 when everything fits, 1 when something does not, 2 when it could not be read
     */
    public static int run(List<String> arguments, PrintStream out) {
        try {
            var what = option(arguments, COMMAND).orElseThrow();
            var mirror = option(arguments, MIRROR).map(Path::of);
            var log = what.matches("https?://.*") ? new SiteLog(what) : new FolderLog(Path.of(what));
            var copied = mirror.map(folder -> new Mirror(log, folder)).orElse(null);
            var known = option(arguments, KNOWN_CHECKPOINT).map(Path::of)
                    .or(() -> mirror.map(folder -> folder.resolve("ledger/checkpoint")).filter(Files::exists)).map(VerifyLedger::read);
            var verifying = new VerifyLedger(copied == null ? log : copied, known.orElse(null));
            option(arguments, KNOWN_KEY).ifPresent(verifying::mustHave);
            verifying.verify(out);
            if (copied != null) {
                copied.complete();
            }
            return 0;
        } catch (Mismatch e) {
            out.println("不符：" + e.getMessage());
            return 1;
        } catch (UncheckedIOException e) {
            out.println("读不到：" + e.getMessage());
            return 2;
        }
    }

    private static Optional<String> option(List<String> arguments, String name) {
        return arguments.stream().filter(argument -> argument.startsWith(name)).map(argument -> argument.substring(name.length())).findFirst();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static long sizeOf(String note) {
        try {
            return Checkpoint.claimedSize(note);
        } catch (IllegalArgumentException e) {
            throw new Mismatch("先前保存的检查点读不懂：" + e.getMessage());
        }
    }

    private void mustHave(String line) {
        if (walk.keys().epochs().stream().flatMap(epoch -> epoch.keys().stream()).noneMatch(key -> key.line().equals(line.strip()))) {
            throw new Mismatch("账本从来没有用过您给的密钥：" + line);
        }
    }

    private void verify(PrintStream out) {
        mustHaveGrown();
        walk.toTheEnd();
        mustContinue();
        var log = walk.checkpoint();
        out.printf("账本%s：%d条记录与检查点一致，由%d把密钥签名。%n", log.origin(), log.size(), walk.keys().at(log.size()).size());
        if (!source.hasPieces()) {
            out.println("这个文件夹里只有账本，没有信息的内容：信息没有核对。");
            return;
        }
        long checked = pieces();
        out.printf("信息：%d版与账本一致，附件%d个；已撤回%d版，内容不再保存，无从核对。%n", checked, files, walk.withdrawn().size());
    }

    /** A log only ever grows. */
    private void mustHaveGrown() {
        if (earlier != null && sizeOf(earlier) > walk.checkpoint().size()) {
            throw new Mismatch("账本变短了：先前签到第%d条，现在的检查点只有%d条，自第%d条起的记录被抽走。"
                    .formatted(sizeOf(earlier), walk.checkpoint().size(), walk.checkpoint().size()));
        }
    }

    private void mustContinue() {
        if (earlier != null && !Arrays.equals(walk.open(earlier).root(), walk.root(sizeOf(earlier)).orElse(null))) {
            throw new Mismatch("账本的前%d条不是先前签名的那些：历史被改写（检查点%d）。".formatted(sizeOf(earlier), walk.checkpoint().size()));
        }
    }

    /** @return how many editions were compared */
    private long pieces() {
        var gone = new ArrayList<Published>();
        long checked = 0;
        for (var edition : walk.standing()) {
            if (check(edition)) {
                checked++;
            } else {
                gone.add(edition);
            }
        }
        if (!gone.isEmpty()) { // withdrawn while we read: then the log says so by now
            walk.renew();
            walk.toTheEnd();
            gone.stream().filter(edition -> !walk.withdrawn().contains(edition)).findFirst().ifPresent(edition -> {
                throw at(edition, "说已撤回，账本里却没有撤回的记录");
            });
        }
        walk.withdrawn().forEach(this::mustBeGone);
        return checked;
    }

    /** Whether it is there and fits; false when the site says that it was withdrawn. */
    private boolean check(Published edition) {
        if (edition.piece() == null) {
            throw at(edition, "找不到对应的信息");
        }
        var canonical = source.fetch(path(edition) + "/canonical");
        var salt = source.fetch(path(edition) + "/salt");
        if (canonical.status() == 410 || salt.status() == 410) {
            return false;
        }
        if (!canonical.isThere() || !salt.isThere()) {
            throw at(edition, "的内容或盐不在，或网站读不出来");
        }
        var hex = new String(salt.bytes(), StandardCharsets.US_ASCII).strip();
        if (!hex.matches("[0-9a-f]{32}")
                || !Commitment.of(HexFormat.of().parseHex(hex), canonical.bytes()).equals(edition.leaf().commitment())) {
            throw at(edition, "的内容和盐算出的摘要与账本记下的不同");
        }
        for (var file : JSON.readTree(canonical.bytes()).path("attachments")) {
            mustFit(edition, file);
        }
        return true;
    }

    private void mustFit(Published edition, JsonNode file) {
        var sha256 = file.get("sha256").asString();
        var bytes = source.fetch(path(edition) + "/files/" + sha256);
        if (!bytes.isThere() || !Digests.hex(Digests.sha256(bytes.bytes())).equals(sha256)) {
            throw at(edition, "的附件%s不在或被改动".formatted(sha256));
        }
        files++;
    }

    private void mustBeGone(Published edition) {
        if (edition.piece() != null) {
            if (source instanceof Mirror) {
                source.forget(edition.piece(), edition.edition());
            }
            if (source.fetch(path(edition) + "/canonical").isThere()) {
                throw at(edition, "已经撤回，内容却还在");
            }
        }
    }

    private static String path(Published edition) {
        return "disclosures/" + edition.piece() + "/editions/" + edition.edition();
    }

    private Mismatch at(Published edition, String what) {
        return new Mismatch("%s%s（账本第%d条，检查点%d）。".formatted(edition.name(), what, edition.index(), walk.checkpoint().size()));
    }
}
