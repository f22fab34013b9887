package openland.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.files.Files;
import openland.files.Hidden;
import openland.files.Hidden.Treatment;
import openland.files.Inspection;
import openland.screening.Finding.Kind;
import openland.screening.Finding.Severity;
import org.springframework.stereotype.Component;

/** Looks through the files that are about to become public: what they hide, and personal data in what they show. */
@Component
public class FileScreening {
    private static final int MOST_OF_A_KIND = 5;

    private final Files files;
    private final Screening screening;

    FileScreening(Files files, Screening screening) {
        this.files = files;
        this.screening = screening;
    }

    /** The findings in one attachment where nothing is watched for besides. */
    List<Finding> screen(String field, String original, String copy) {
        return screen(field, original, copy, Watchlist.NONE);
    }

    /**
     * The findings in one attachment.
     *
     * @param field    where the findings belong
     * @param original SHA-256 of the file as it was uploaded
     * @param copy     SHA-256 of what would be published, which may be the same
     * @param watchlist what the office watches for besides
     */
    public List<Finding> screen(String field, String original, String copy, Watchlist watchlist) {
        var virus = virus(field, original, copy);
        if (virus.isPresent()) {
            return List.of(virus.get());
        }
        var findings = new ArrayList<Finding>();
        var published = files.inspection(copy);
        var uploaded = original.equals(copy) ? published : files.inspection(original);
        if (!original.equals(copy) && !uploaded.hidden(Treatment.REMOVED).isEmpty()) {
            findings.add(finding(field, Severity.ASK, "公布的是副本，去掉或改写了：" + summary(uploaded.hidden(Treatment.REMOVED))
                    + "。原件留在内部，不公布。"));
        }
        stopped(field, published, findings);
        if (published.content().scanned()) {
            findings.add(finding(field, Severity.ASK, "有扫描的页面，里面的文字机器读不出来，查不到也念不出来，请尽量换成有文字的文件，"
                    + "并逐页看有没有个人信息。"));
        }
        if (published.content().recognised()) {
            findings.add(finding(field, Severity.ASK, "有扫描的页面，里面的文字由机器识别，可能有错，也可能漏掉个人信息，请对照原图逐页看一遍。"));
        }
        published.content().parts().forEach(part -> screening.screen(field, part.text()).stream()
                .map(found -> found.at(part.place())).forEach(findings::add));
        findings.addAll(watch(field, copy, watchlist));
        return findings;
    }

    /** A file that nobody may open says nothing else of itself either. */
    private Optional<Finding> virus(String field, String original, String copy) {
        var sentence = switch (Stream.of(original, copy).map(files::verdict).max(Comparator.naturalOrder()).orElseThrow()) {
            case CLEAN -> null;
            case WAITING -> "还没有查毒，正在等查毒服务。查完以前谁也不能查看、下载，也不能送审和公开；系统会自动再查，请过几分钟刷新本页。";
            case INFECTED -> "查出病毒，不能查看、下载和公开。请去掉这个附件，用杀毒软件处理原件后重新上传。";
        };
        return Optional.ofNullable(sentence).map(said -> new Finding(field, Kind.VIRUS, Severity.STOP, said, 0, 0));
    }

    /** What of the office's list is met in a file that is public or would be. */
    public List<Finding> watch(String field, String copy, Watchlist watchlist) {
        return files.inspection(copy).content().parts().stream().flatMap(part -> screening.watch(field, part.text(), watchlist).stream()
                .map(found -> found.at(part.place()))).toList();
    }

    private static void stopped(String field, Inspection published, List<Finding> findings) {
        byKind(published.hidden()).forEach((kind, things) -> findings.add(finding(field, Severity.STOP,
                "有" + kind.label() + "：" + places(things) + "。" + switch (kind.treatment()) {
                    case REMOVED -> "系统没能去掉，请在原来的软件里去掉后重新上传。";
                    case ASKED -> "读者看不到它，下载的人却能取出来。可以点“去掉隐藏内容”，或者在原来的软件里处理后重新上传。";
                    case BY_HAND -> "下载的人能取出来，系统不能代为去掉，请在原来的软件里处理后重新生成文件再上传。";
                })));
    }

    /** 文档属性（作者、单位），批注2处（第3页……）. */
    private static String summary(List<Hidden> removed) {
        return byKind(removed).entrySet().stream()
                .map(entry -> entry.getKey().label() + "（" + places(entry.getValue()) + "）").collect(Collectors.joining("、"));
    }

    private static Map<Hidden.Kind, List<Hidden>> byKind(List<Hidden> things) {
        return things.stream().collect(Collectors.groupingBy(Hidden::kind, LinkedHashMap::new, Collectors.toList()));
    }

    private static String places(List<Hidden> things) {
        var label = things.getFirst().kind().label() + "：";
        var places = things.stream().map(Hidden::place).filter(place -> !place.isBlank())
                .map(place -> place.startsWith(label) ? place.substring(label.length()) : place).distinct().toList();
        var shown = places.stream().limit(MOST_OF_A_KIND).collect(Collectors.joining("、"));
        return places.isEmpty() ? things.size() + "处"
                : places.size() > MOST_OF_A_KIND ? shown + "等" + places.size() + "处" : shown;
    }

    private static Finding finding(String field, Severity severity, String sentence) {
        return new Finding(field, Kind.HIDDEN, severity, sentence, 0, 0);
    }
}
