package openland.request.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.request.ApplicantKind;
import openland.request.Channel;
import openland.request.NewFiling;
import openland.request.NewFiling.Ask;
import openland.request.NewFiling.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The application form on its way through the three pages: everything typed so far, and what is wrong with it beside its field.
 *
 * @param given  by the names of its fields
 * @param asked  what is asked for, a field each; at least one
 * @param faults sentences by the names of the fields
 */
public record FilingForm(Map<String, String> given, List<String> asked, Map<String, String> faults) {
    /** In which form the information can be given. */
    public static final List<String> FORMS = List.of("电子文件", "纸质复印件", "到现场查阅");
    /** Which way. */
    public static final List<String> WAYS = List.of("在本网站下载", "电子邮件", "邮寄", "当面领取");
    private static final List<String> FIELDS = List.of("office", "item", "follows", "key", "suggestion", "transfer", "kind", "name", "contact", "phone",
            "mail", "address", "postcode", "paper", "paperKind", "form", "delivery", "help");
    private static final int LONGEST = 2000;
    private static final String PHONE = "12345";

    static FilingForm of(MultiValueMap<String, String> sent) {
        var given = new LinkedHashMap<String, String>();
        FIELDS.forEach(name -> {
            var value = sent.getFirst(name);
            if (value != null && !value.isBlank()) {
                given.put(name, value.strip());
            }
        });
        var other = sent.getFirst("other");
        if (other != null && !other.isBlank()) {
            given.put("office", other.strip());
        }
        given.putIfAbsent("key", UUID.randomUUID().toString());
        var asked = sent.getOrDefault("asked", List.of()).stream().limit(NewFiling.MOST + 1L).toList();
        return new FilingForm(given, asked.isEmpty() ? List.of("") : asked, Map.of());
    }

    /** What stands in a field. */
    public String value(String name) {
        return given.getOrDefault(name, "");
    }

    /** What is wrong with a field; null when nothing is known to be. */
    public @Nullable String fault(String name) {
        return faults.get(name);
    }

    public boolean isOrganisation() {
        return kind().isOrganisation();
    }

    private ApplicantKind kind() {
        return ApplicantKind.of(value("kind")).orElse(ApplicantKind.PERSON);
    }

    public boolean mayAddOne() {
        return asked.size() < NewFiling.MOST;
    }

    /** The fields that the page at hand does not show, to be kept for the next. */
    public Map<String, String> kept(String... shown) {
        var kept = new LinkedHashMap<>(given);
        List.of(shown).forEach(kept::remove);
        return kept;
    }

    /** What was written, without empty fields. */
    public List<String> written() {
        return asked.stream().filter(words -> !words.isBlank()).toList();
    }

    FilingForm with(String name, String value) {
        var more = new LinkedHashMap<>(given);
        more.put(name, value);
        return new FilingForm(more, asked, faults);
    }

    FilingForm asking(List<String> words) {
        return new FilingForm(given, words.isEmpty() ? List.of("") : words, faults);
    }

    FilingForm withMore() {
        var more = new ArrayList<>(asked);
        more.add("");
        return new FilingForm(given, more, faults);
    }

    FilingForm without(int i) {
        var fewer = new ArrayList<>(asked);
        if (i >= 0 && i < fewer.size()) {
            fewer.remove(i);
        }
        return asking(fewer);
    }

    FilingForm withFault(String field, String sentence) {
        var more = new LinkedHashMap<>(faults);
        more.putIfAbsent(field, sentence);
        return new FilingForm(given, asked, more);
    }

    /** With what is wrong on the first page. */
    FilingForm checkedAsked() {
        var found = new LinkedHashMap<String, String>();
        for (int i = 0; i < asked.size(); i++) {
            var words = asked.get(i);
            if (!words.isBlank()) {
                check(found, "asked-" + i, () -> Ask.of(words));
            }
        }
        if (written().isEmpty()) {
            found.put("asked-0", "请写明需要什么政府信息：名称、文号，或者便于查找的其他特征。");
        }
        if (asked.size() > NewFiling.MOST) {
            found.put("asked-" + (asked.size() - 1), "一张申请表最多写" + NewFiling.MOST + "项，其余的请另填一张。");
        }
        return new FilingForm(given, asked, found);
    }

    /** With what is wrong on the last page. */
    FilingForm checkedWho() {
        var found = new LinkedHashMap<String, String>();
        if (ApplicantKind.of(value("kind")).isEmpty()) {
            found.put("kind", "请选择您是个人还是单位。");
        }
        check(found, "name", () -> who(value("name"), "", PHONE, "", "", "", ""));
        check(found, "contact", () -> who("甲", value("contact"), PHONE, "", "", "", ""));
        if ((value("phone") + value("mail") + value("address")).isEmpty()) {
            found.put("phone", "请至少留一种联系方式：电话、电子邮箱或者通信地址。");
        } else {
            check(found, "phone", () -> who("甲", "", value("phone"), "a@b.cn", "", "", ""));
        }
        check(found, "mail", () -> who("甲", "", PHONE, value("mail"), "", "", ""));
        check(found, "address", () -> who("甲", "", PHONE, "", value("address"), "", ""));
        check(found, "postcode", () -> who("甲", "", PHONE, "", "", value("postcode"), ""));
        check(found, "paper", () -> who("甲", "", PHONE, "", "", "", value("paper")));
        checkWay(found);
        return new FilingForm(given, asked, found);
    }

    private void checkWay(Map<String, String> found) {
        if (!FORMS.contains(value("form"))) {
            found.put("form", "请选择希望以什么形式提供。");
        }
        way(value("delivery"), value("mail"), value("address")).forEach(found::putIfAbsent);
        if (value("help").length() > 200) {
            found.put("help", "需要的帮助最多写200字。");
        }
        if (value("paperKind").length() > 40) {
            found.put("paperKind", "证件种类最多40字。");
        }
    }

    /** What is missing for a way of delivery, by field. */
    static Map<String, String> way(String delivery, String mail, String address) {
        if (!WAYS.contains(delivery)) {
            return Map.of("delivery", "请选择怎么给您。");
        }
        if (delivery.equals(WAYS.get(1)) && mail.isEmpty()) {
            return Map.of("mail", "选了用电子邮件给您，请写电子邮箱。");
        }
        return delivery.equals(WAYS.get(2)) && address.isEmpty() ? Map.of("address", "选了邮寄，请写通信地址。") : Map.of();
    }

    private Who who(String name, String contact, String phone, String mail, String address, String postcode, String paper) {
        return new Who(kind(), name, contact, phone, mail, address, postcode, paper);
    }

    private static void check(Map<String, String> found, String field, Runnable reading) {
        try {
            reading.run();
        } catch (Refusal refusal) {
            found.put(field, refusal.sentence());
        }
    }

    /** @throws Refusal INVALID for what the fields' own checks do not see */
    NewFiling read(UUID office, java.time.LocalDate today, @Nullable UUID follows) {
        var who = who(value("name"), value("contact"), value("phone"), value("mail"), value("address"), value("postcode"), value("paper"));
        var asks = written().stream().map(words -> new Ask(words, "", follows)).toList();
        return new NewFiling(office, who, Channel.WEB, today, asks, value("form"), value("delivery"), value("help"), false, key());
    }

    /** Only such as this program makes: nobody comes by another's form with a key that he thought out. */
    private String key() {
        try {
            return UUID.fromString(value("key")).toString();
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("表单的编号不对，请刷新页面重新填写。");
        }
    }

    boolean tooLong() {
        return asked.stream().anyMatch(words -> words.length() > 4 * LONGEST);
    }
}
