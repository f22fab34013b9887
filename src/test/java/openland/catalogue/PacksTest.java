package openland.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import openland.form.PublicMode;
import openland.office.Level;
import openland.office.Office;
import openland.office.Post;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The packs that come with the program. */
class PacksTest {
    static List<PackFile> files() throws Exception {
        return files("classpath:packs/*.yaml");
    }

    private static List<PackFile> files(String pattern) throws Exception {
        var files = new ArrayList<PackFile>();
        for (var resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            files.add(new PackFile(String.valueOf(resource.getFilename()), resource.getContentAsString(java.nio.charset.StandardCharsets.UTF_8)));
        }
        return files;
    }

    @Test
    void every_pack_loads() throws Exception {
        assertThat(Shelf.of(files()).items()).hasSizeGreaterThan(40).allSatisfy(item -> {
            assertThat(item.bases()).as(item.id()).isNotEmpty();
            assertThat(item.duty().rules()).as(item.id()).isNotEmpty();
            assertThat(item.channels()).as(item.id()).contains("site");
        });
    }

    @Test
    void who_reads_about_the_program_first_is_told_how_many_there_are() throws Exception {
        var shelf = Shelf.of(files());
        long domains = shelf.packs().stream().filter(pack -> !pack.items().isEmpty()).count();
        assertThat(Files.readString(Path.of("README.md"))).contains(shelf.items().size() + " items in " + domains + " domains");
        assertThat(Files.readString(Path.of("README.zh-CN.md"))).contains(domains + "个领域、" + shelf.items().size() + "个事项");
    }

    @Test
    void each_of_the_five_kinds_of_openness_and_each_level_has_its_items() throws Exception {
        var items = Shelf.of(files()).items();
        assertThat(items).extracting(Item::group).contains(Group.values());
        for (var level : Level.values()) {
            assertThat(items).filteredOn(item -> item.duty().levels().contains(level)).as(level.name()).hasSizeGreaterThan(20);
        }
    }

    /** What is public and what is not is decided column by column, so no list of persons slips through. */
    @Test
    void numbers_and_accounts_of_persons_are_never_shown_whole() throws Exception {
        var named = Pattern.compile("身份证|证件号|账号|银行|手机|联系电话");
        for (var item : Shelf.of(files()).items()) {
            item.fields().fields().stream().flatMap(field -> field.columns().stream()).filter(column -> named.matcher(column.label()).find())
                    .forEach(column -> assertThat(column.mode()).as(item.id() + " " + column.label()).isNotEqualTo(PublicMode.SHOWN));
        }
    }

    @Test
    void the_expropriation_of_today_and_of_before_2020_stand_side_by_side() throws Exception {
        var shelf = Shelf.of(files());
        var before = LocalDate.of(2019, 12, 31);
        var former = shelf.item("expropriation.former-notice").orElseThrow().duty();
        var today = shelf.item("expropriation.notice").orElseThrow().duty();
        assertThat(former.ruleOn(before).orElseThrow().label()).isEqualTo("10个工作日内");
        assertThat(former.ruleOn(before.plusDays(1))).isEmpty();
        assertThat(today.ruleOn(LocalDate.of(2021, 8, 31))).isEmpty();
        assertThat(today.ruleOn(LocalDate.of(2021, 9, 1)).orElseThrow().label()).isEqualTo("15个工作日内");
    }

    @Test
    void the_worked_examples_of_a_province_and_a_city_tighten_what_the_law_asks() throws Exception {
        var all = new ArrayList<>(files());
        all.addAll(files("classpath:demo/packs/*.yaml"));
        var shelf = Shelf.of(all);
        assertThat(overlaid(shelf, "DEMO3400", "policy.proposal-reply").duty().ruleOn(LocalDate.of(2026, 6, 1)).orElseThrow().label())
                .isEqualTo("10个工作日内");
        var city = overlaid(shelf, "DEMO3498", "expropriation.notice");
        assertThat(city.duty().ruleOn(LocalDate.of(2026, 6, 1)).orElseThrow().label()).isEqualTo("10个工作日内");
        assertThat(city.fields().field("readAloudOn")).isPresent();
        assertThat(city.review().getLast()).isInstanceOf(Step.One.class);
        assertThat(city.review()).anyMatch(step -> step instanceof Step.Wait(var name, var _, var _) && name.equals("village-receipt"));
    }

    private static Item overlaid(Shelf shelf, String office, String item) {
        var whole = shelf.item(item).orElseThrow();
        var holder = new Office(new UUID(0, 1), office, "演示", Level.CITY, "349800", null, null);
        for (var overlay : shelf.overlaysFor(holder)) {
            whole = overlay.appliedTo(whole);
        }
        return whole;
    }

    @Test
    void secrecy_is_reviewed_before_anybody_approves_in_every_item() throws Exception {
        for (var item : Shelf.of(files()).items()) {
            assertThat(item.review().get(1)).isEqualTo(new Step.One(Post.SECRECY, Condition.ALWAYS));
        }
    }
}
