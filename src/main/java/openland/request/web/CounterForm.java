package openland.request.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.request.ApplicantKind;
import openland.request.Channel;
import openland.request.NewFiling;

/**
 * The form of the counter as it was typed; it is shown again whole after a search, one more line, or a refusal.
 *
 * @param asks one line of it for each thing; the last ones may be empty
 * @param key  chosen by the page: sent twice it is one filing
 */
public record CounterForm(Map<String, String> values, List<String> asks, String key) {
    private static final int FEWEST = 2;

    public CounterForm {
        values = Map.copyOf(values);
        asks = List.copyOf(asks);
    }

    /** An empty one for today. */
    static CounterForm fresh(LocalDate today) {
        return new CounterForm(Map.of("channel", Channel.COUNTER.name(), "kind", ApplicantKind.PERSON.name(), "arrivedOn", today.toString()), List.of("", ""), UUID.randomUUID().toString());
    }

    static CounterForm of(Map<String, String> parameters) {
        int lines = (int) IntStream.range(0, NewFiling.MOST).filter(n -> parameters.containsKey("ask" + n)).count();
        var asks = IntStream.range(0, Math.max(FEWEST, lines)).mapToObj(n -> parameters.getOrDefault("ask" + n, "")).toList();
        return new CounterForm(parameters, asks, parameters.getOrDefault("key", ""));
    }

    /** With one more line. */
    CounterForm longer() {
        return asks.size() >= NewFiling.MOST ? this : new CounterForm(values, Stream.concat(asks.stream(), Stream.of("")).toList(), key);
    }

    public String of(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether what was chosen is that. */
    public boolean is(String name, Enum<?> choice) {
        return of(name).equals(choice.name());
    }

    /** What to look for when nothing else was typed: the first thing that is asked for. */
    String sought() {
        var typed = of("q").strip();
        var first = asks.stream().filter(ask -> !ask.isBlank()).findFirst().orElse("").replaceAll("\\s+", " ").strip();
        return typed.isEmpty() ? first.substring(0, Math.min(first.length(), 100)) : typed;
    }

    /** @throws Refusal INVALID that says what is missing */
    NewFiling filing(UUID office) {
        var channel = Channel.of(of("channel")).filter(one -> one != Channel.WEB).orElseThrow(() -> Refusal.invalid("请选是怎样收到的。"));
        var kind = ApplicantKind.of(of("kind")).orElseThrow(() -> Refusal.invalid("请选申请人是自然人还是哪一类单位。"));
        var who = new NewFiling.Who(kind, of("name"), of("contact"), of("phone"), of("mail"), of("address"), of("postcode"), of("paper"));
        var arrived = Objects.requireNonNullElseGet(RequestPages.day(of("arrivedOn")), () -> {
            throw Refusal.invalid("请写明哪一天收到的。");
        });
        boolean oral = values.containsKey("oral");
        if (oral && channel != Channel.COUNTER) {
            throw Refusal.invalid("口头提出、由窗口代为填写的，只能是当面提交。");
        }
        var things = asks.stream().filter(ask -> !ask.isBlank()).map(NewFiling.Ask::of).toList();
        return new NewFiling(office, who, channel, arrived, things, of("form"), of("delivery"), of("help"), oral, key.isBlank() ? null : key);
    }
}
