package openland;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openland.SourceTree.Method;
import openland.SourceTree.Source;
import openland.base.Time;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** The habits of this project that a machine can check. Why they are as they are: CONTRIBUTING.md. */
class StyleGuardTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("openland", "gg.jte.generated");
    private static final List<Source> JAVA = SourceTree.files("src/main/java", ".java");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*+\"");
    private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
    /** For the pages of dossiers and of figures. */
    private static final Set<String> TO_COME = Set.of("road", "water");
    private static final Pattern TABLE = Pattern.compile("create (?:unlogged )?table (?:if not exists )?(\\w+)");
    private static final Pattern MIGRATION = Pattern.compile("V\\d{12}__([a-z]+)(_[a-z0-9_]+)?\\.sql");

    @Test
    void only_Time_asks_what_time_it_is() {
        DescribedPredicate<JavaAccess<?>> theClock = describe("the machine's clock", StyleGuardTest::readsTheClock);
        noClasses().that().doNotBelongToAnyOf(Time.class).should().accessTargetWhere(theClock).check(PROGRAM);
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getFullName();
        var name = access.getName();
        return owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system") || name.startsWith("tick"))
                || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                || owner.equals("java.util.Date") && name.equals("<init>") && access.getDescription().contains("Date.<init>()");
    }

    @Test
    void controllers_live_in_web() {
        classes().that().areMetaAnnotatedWith(Controller.class).or().areMetaAnnotatedWith(ControllerAdvice.class)
                .should().resideInAnyPackage("openland.*.web..", "openland.page..")
                .allowEmptyShould(true).check(PROGRAM);
    }

    @Test
    void only_web_knows_how_pages_are_made() {
        noClasses().that().resideInAPackage("openland..")
                .and().resideOutsideOfPackages("openland.*.web..", "openland.page..", "openland.portal..")
                .should().dependOnClassesThat().resideInAPackage("openland.page..")
                .check(PROGRAM);
    }

    @Test
    void names_say_what_a_thing_is_or_does() {
        noClasses().that().resideInAPackage("openland..")
                .should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|DTO|Dto)").check(PROGRAM);
    }

    @Test
    void every_package_is_null_marked() {
        var packages = JAVA.stream().map(StyleGuardTest::folder).filter(folder -> !folder.endsWith("/openland")).collect(toSet());
        var marked = JAVA.stream()
                .filter(source -> source.path().endsWith("/package-info.java") && source.text().contains("@NullMarked"))
                .map(StyleGuardTest::folder).collect(toSet());
        assertThat(marked).containsAll(packages);
    }

    private static String folder(Source source) {
        return source.path().substring(0, source.path().lastIndexOf('/'));
    }

    @Test
    void methods_are_short() {
        var methods = SourceTree.methods();
        var longOnes = methods.stream().filter(method -> method.lines() > 35).toList();
        assertThat(longOnes).as("past 35 lines, of %s methods", methods.size()).hasSizeLessThanOrEqualTo(methods.size() / 100);
        assertThat(methods).extracting(Method::lines).allMatch(lines -> lines <= 60);
    }

    @Test
    void no_file_is_longer_than_400_lines() {
        assertThat(JAVA).filteredOn(source -> source.lines() > 400).extracting(Source::path).isEmpty();
    }

    @Test
    void migrations_are_time_stamped_and_a_table_bears_the_name_of_its_room() {
        assertThat(SourceTree.files("src/main/resources/db/migration", "")).isNotEmpty().allSatisfy(migration -> {
            var name = MIGRATION.matcher(migration.path().substring(migration.path().lastIndexOf('/') + 1));
            assertThat(name.matches()).as(migration.path()).isTrue();
            var room = name.group(1).equals("sessions") ? "spring" : name.group(1);   // Spring Session names its own
            var tables = TABLE.matcher(migration.text().toLowerCase(Locale.ROOT)).results().map(found -> found.group(1)).toList();
            assertThat(tables).as(migration.path()).allMatch(table -> table.startsWith(room + "_"));
        });
    }

    @Test
    void nothing_in_the_tree_is_tied_to_one_machine_or_registry() {
        var paths = Pattern.compile("(?<![\\w.~}])/(home|root|Users|work|workspace)/\\w|\\b[A-Z]:\\\\\\\\?Users");
        var hosts = Pattern.compile(String.join("|", "repo1?\\.maven\\.(org|apache)", "registry\\.npmjs", "pypi\\.org",
                "deb\\.debian\\.org", "proxy\\.golang", "central\\.sonatype", "artifactory", "maven\\.aliyun"));
        var here = "src/test/java/openland/StyleGuardTest.java";
        assertThat(SourceTree.files("", "")).filteredOn(source -> !source.path().equals(here))
                .filteredOn(source -> Stream.of(paths, hosts).anyMatch(pattern -> pattern.matcher(source.text()).find()))
                .extracting(Source::path).isEmpty();
    }

    /** The demonstration may: it is a story about concrete pieces. */
    @Test
    void every_class_of_the_stylesheet_is_on_some_page() {
        var pages = SourceTree.files("src/main/jte", ".jte").stream().map(Source::text).collect(joining("\n"))
                + SourceTree.files("src/main/resources/static", ".js").stream().map(Source::text).collect(joining("\n"))
                + JAVA.stream().flatMap(source -> LITERAL.matcher(source.text()).results()).map(MatchResult::group).collect(joining("\n"));
        var rules = SourceTree.files("src/main/resources/static", ".css").getFirst().text().replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\{[^{}]*}", "{}");
        assertThat(CLASS.matcher(rules).results().map(found -> found.group(1)).distinct().filter(name -> !TO_COME.contains(name))
                .filter(name -> !Pattern.compile("(?<![\\w-])" + name + "(?![\\w-])").matcher(pages).find())).isEmpty();
    }

    @Test
    void no_room_names_an_item_of_a_pack() {
        var items = items();
        assertThat(items).isNotEmpty();
        assertThat(JAVA).filteredOn(source -> !source.path().contains("/openland/demo/")).allSatisfy(source ->
                assertThat(items).as(source.path()).noneMatch(item -> source.text().contains('"' + item + '"')));
    }

    private static Set<String> items() {
        var item = Pattern.compile("(?m)^\\s*-?\\s*item:\\s*([a-z0-9-]+\\.[a-z0-9.-]+)");
        return SourceTree.files("src/main/resources", ".yaml").stream()
                .flatMap(pack -> item.matcher(pack.text()).results().map(found -> found.group(1))).collect(toSet());
    }
}
