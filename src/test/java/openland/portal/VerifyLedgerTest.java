package openland.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import openland.base.database.TestDatabase;
import openland.disclosure.Disclosures;
import openland.disclosure.Withdrawing;
import openland.ledger.Barrier;
import openland.ledger.Entry;
import openland.ledger.Ledger;
import openland.ledger.LeafType;
import openland.ledger.VerifyLedger;
import openland.office.Officers;
import openland.office.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The verifier of an outsider, against a site whose database somebody changes who may do everything in it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerifyLedgerTest {
    private static final int CHANGES = 100;
    private static final List<String> TABLES = List.of("ledger_entry", "ledger_checkpoint", "ledger_counter", "disclosure_edition",
            "disclosure_content", "disclosure_withdrawal", "disclosure_disclosure");

    private static TestDatabase database;
    private static ConfigurableApplicationContext site;
    private static String address;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        site = database.start("openland.demo=true", "openland.demo-password=a password of tests");
        address = DemoSite.address(site);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    record Said(int code, String text) {}

    private static Said verify(String... arguments) {
        var out = new ByteArrayOutputStream();
        int code = VerifyLedger.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }

    private static List<Entry> published() {
        return site.getBean(Ledger.class).entries(0, 1000).stream().filter(entry -> entry.leaf().type() == LeafType.PUBLISH).toList();
    }

    @Test
    void a_site_its_mirror_and_its_own_folder_are_whole(@TempDir Path folder) throws IOException {
        var copy = folder.resolve("copy");
        var live = verify("--verify-ledger=" + address, "--mirror=" + copy);
        assertThat(live.text()).contains("demo.openland", "由2把密钥签名", "附件");
        assertThat(live.code()).isZero();
        var offline = verify("--verify-ledger=" + copy);
        assertThat(offline.code()).as(offline.text()).isZero();
        assertThat(offline.text()).isEqualTo(live.text());
        var own = verify("--verify-ledger=" + site.getEnvironment().getRequiredProperty("openland.files"));
        assertThat(own.code()).as(own.text()).isZero();
        assertThat(own.text()).contains("信息没有核对");
        var key = DemoSite.get(site, "/ledger/key").body().lines().toList();
        assertThat(verify("--verify-ledger=" + copy, "--known-key=" + key.getFirst()).code()).isZero();
        assertThat(verify("--verify-ledger=" + copy, "--known-key=" + key.getFirst().replace("demo", "memo")).text()).contains("从来没有用过");
        mustNameAChangedCopy(copy);
        assertThat(verify("--verify-ledger=" + folder.resolve("absent")).text()).contains("不是公开账本");
        assertThat(verify("--verify-ledger=http://localhost:1").code()).isEqualTo(2);
    }

    private static void mustNameAChangedCopy(Path copy) throws IOException {
        try (Stream<Path> all = Files.walk(copy)) {
            var random = new Random(5);
            for (var file : all.filter(Files::isRegularFile).filter(file -> Files.isRegularFile(file) && !file.endsWith("pieces")).toList()) {
                var good = Files.readAllBytes(file);
                var bad = good.clone();
                bad[random.nextInt(bad.length)] ^= 1;
                Files.write(file, bad);
                var said = verify("--verify-ledger=" + copy);
                assertThat(said.code()).as(file + said.text()).isEqualTo(1);
                Files.write(file, good);
            }
        }
    }

    @Test
    void a_change_of_keys_is_followed_from_the_old_ones_to_the_new(@TempDir Path folder) throws IOException {
        var old = DemoSite.get(site, "/ledger/key").body().lines().toList().getFirst();
        assertThat(changeKeys("secadmin").statusCode()).isEqualTo(403);
        assertThat(changeKeys("sysadmin-ministry").statusCode()).isEqualTo(403);
        var changed = changeKeys("secadmin-ministry");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        long handing = JsonMapper.shared().readTree(changed.body()).get("since").asLong() - 1;
        var receipt = Objects.requireNonNull(site.getBean(TransactionTemplate.class).execute(_ -> site.getBean(Ledger.class)
                .receive(UUID.randomUUID(), "520000", Instant.parse("2026-11-22T01:02:03.004Z"), new byte[] {1})));
        site.getBean(Barrier.class).awaitPassed(receipt.entry().index(), Duration.ofSeconds(20));
        assertThat(DemoSite.get(site, "/ledger/key").body()).doesNotContain(old);
        var said = verify("--verify-ledger=" + address, "--mirror=" + folder, "--known-key=" + old);
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(verify("--verify-ledger=" + folder).text()).isEqualTo(said.text());
        assertThat(verify("--verify-ledger=" + site.getEnvironment().getRequiredProperty("openland.files")).code()).isZero();
        var note = folder.resolve("ledger/checkpoints/" + handing);
        Files.delete(note);
        assertThat(verify("--verify-ledger=" + folder).text()).contains("检查点" + handing, "旧密钥");
    }

    private static HttpResponse<String> changeKeys(String officer) throws IOException {
        var token = site.getBean(Tokens.class).issue(site.getBean(Officers.class).byName(officer).orElseThrow(), false).token();
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1/ledger-keys")).header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody()).build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_withdrawn_piece_is_said_to_be_withdrawn_and_leaves_the_mirror(@TempDir Path folder) {
        var id = site.getBean(Disclosures.class).list(null, null, null, 100).items().stream()
                .filter(listed -> listed.title().contains("政务公开工作安排")).findFirst().orElseThrow().id();
        var piece = published().stream().filter(entry -> entry.subject().equals(id)).findFirst().orElseThrow();
        var canonical = folder.resolve("disclosures/" + piece.subject() + "/editions/1/canonical");
        assertThat(verify("--verify-ledger=" + address, "--mirror=" + folder).code()).isZero();
        assertThat(canonical).exists();
        site.getBean(Withdrawing.class).withdraw(piece.subject(), site.getBean(Officers.class).byName("head").orElseThrow(), "信息有误。", "", false);
        var said = verify("--verify-ledger=" + address, "--mirror=" + folder);
        assertThat(said.text()).contains("已撤回1版");
        assertThat(said.code()).isZero();
        assertThat(canonical.getParent()).doesNotExist();
        assertThat(verify("--verify-ledger=" + folder).text()).isEqualTo(said.text());
        assertThat(DemoSite.get(site, "/disclosures/" + piece.subject() + "/editions/1/salt").statusCode()).isEqualTo(410);
    }

    /** The last one: the site is read-only from here on, as it should be. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whatever_is_changed_with_all_rights_over_the_database_is_named(@TempDir Path folder) {
        assertThat(verify("--verify-ledger=" + address, "--mirror=" + folder).code()).isZero();
        TABLES.forEach(table -> {
            sql("create table saved_" + table + " as select * from " + table).update();
            sql("alter table " + table + " disable trigger all").update();
        });
        sql("alter table ledger_entry drop constraint ledger_entry_leaf_hash").update();
        var random = new Random(41);
        for (int i = 0; i < CHANGES; i++) {
            var change = Change.values()[i % Change.values().length];
            var pieces = published().stream().filter(entry -> isThere(entry.subject())).toList();
            var victim = pieces.get(random.nextInt(pieces.size()));
            try {
                var names = change.make(victim, random);
                var said = verify("--verify-ledger=" + address, "--mirror=" + folder);
                assertThat(said.code()).as(change + " " + said.text()).isEqualTo(1);
                assertThat(said.text()).as(change.toString()).contains("不符：").contains(names);
            } finally {
                restore();
            }
        }
        assertThat(verify("--verify-ledger=" + address, "--mirror=" + folder).code()).isZero();
    }

    private static boolean isThere(UUID piece) {
        return database.sql().sql("select exists (select from disclosure_content where disclosure = :id)").param("id", piece)
                .query(Boolean.class).single();
    }

    private static void restore() {
        TABLES.forEach(table -> sql("delete from " + table + "; insert into " + table + " select * from saved_" + table).update());
    }

    /** As the superuser, with every guard off. */
    private static JdbcClient.StatementSpec sql(String statement) {
        return database.sql().sql("set session_replication_role = replica; ".concat(statement));
    }

    /** What somebody may do to a piece; gives back what the verifier must say. */
    private enum Change {
        CONTENT {
            @Override
            List<String> make(Entry victim, Random random) {
                sql("update disclosure_content set canonical = replace(canonical, '\"title\":\"', '\"title\":\"关于') where disclosure = :id")
                        .param("id", victim.subject()).update();
                return named(victim);
            }
        },
        ONE_SIGN {
            @Override
            List<String> make(Entry victim, Random random) {
                sql("update disclosure_content set canonical = overlay(canonical placing '〇' from :at for 1) where disclosure = :id")
                        .param("at", 1 + random.nextInt(400)).param("id", victim.subject()).update();
                return named(victim);
            }
        },
        SALT {
            @Override
            List<String> make(Entry victim, Random random) {
                sql("update disclosure_content set salt = substr(sha256(salt), 1, 16) where disclosure = :id").param("id", victim.subject()).update();
                return named(victim);
            }
        },
        CONTENT_DELETED {
            @Override
            List<String> make(Entry victim, Random random) {
                sql("delete from disclosure_content where disclosure = :id").param("id", victim.subject()).update();
                return named(victim);
            }
        },
        CONTENTS_SWAPPED {
            @Override
            List<String> make(Entry victim, Random random) {
                var other = published().stream().filter(entry -> entry.index() != victim.index() && isThere(entry.subject())).findAny().orElseThrow();
                sql("update disclosure_content c set canonical = o.canonical from disclosure_content o "
                        + "where c.disclosure in (:a, :b) and o.disclosure in (:a, :b) and o.disclosure <> c.disclosure")
                        .param("a", victim.subject()).param("b", other.subject()).update();
                return List.of("的内容和盐算出的摘要与账本记下的不同");
            }
        },
        LEAF {
            @Override
            List<String> make(Entry victim, Random random) {
                sql("update ledger_entry set leaf = replace(leaf, '\"time\":\"20', '\"time\":\"19'), leaf_hash = "
                        + "sha256('\\x00'::bytea || convert_to(replace(leaf, '\"time\":\"20', '\"time\":\"19'), 'UTF8')) where idx = :idx")
                        .param("idx", victim.index()).update();
                return entry(victim.index());
            }
        },
        LEAF_BROKEN {
            @Override
            List<String> make(Entry victim, Random random) {
                sql("update ledger_entry set leaf = '{}' where idx = :idx").param("idx", victim.index()).update();
                return entry(victim.index());
            }
        },
        ROW_DELETED {
            @Override
            List<String> make(Entry victim, Random random) {
                sql("delete from ledger_entry where idx = :idx").param("idx", victim.index()).update();
                return entry(victim.index());
            }
        },
        ROWS_SWAPPED {
            @Override
            List<String> make(Entry victim, Random random) {
                long other = victim.index() == 0 ? 1 : victim.index() - 1;
                sql("update ledger_entry set idx = -1 - idx where idx in (:a, :b)").param("a", victim.index()).param("b", other).update();
                sql("update ledger_entry set idx = case when idx = -1 - :a then :b else :a end where idx < 0")
                        .param("a", victim.index()).param("b", other).update();
                return entry(Math.min(other, victim.index()));
            }
        },
        OTHER_PIECE {
            @Override
            List<String> make(Entry victim, Random random) {
                var other = published().stream().filter(entry -> entry.index() != victim.index() && isThere(entry.subject())).findAny().orElseThrow();
                sql("update ledger_entry set subject = :other where idx = :idx").param("other", other.subject()).param("idx", victim.index()).update();
                return named(victim);
            }
        },
        TAIL_CUT {
            @Override
            List<String> make(Entry victim, Random random) {
                long cut = Math.max(1, victim.index());
                sql("delete from ledger_checkpoint where size > :cut").param("cut", cut).update();
                sql("delete from ledger_entry where idx >= :cut").param("cut", cut).update();
                return List.of("变短了");
            }
        },
        OLD_BACKUP {
            @Override
            List<String> make(Entry victim, Random random) {
                long cut = Math.max(1, victim.index());
                for (var table : List.of("disclosure_content", "disclosure_edition", "disclosure_withdrawal")) {
                    sql("delete from " + table + " where ledger_index >= :cut").param("cut", cut).update();
                }
                sql("delete from ledger_entry where idx >= :cut; delete from ledger_checkpoint where size > :cut; "
                        + "update ledger_counter set next = :cut").param("cut", cut).update();
                return List.of("变短了");
            }
        },
        WITHDRAWN_BY_HAND {
            @Override
            List<String> make(Entry victim, Random random) {
                sql("insert into disclosure_withdrawal select :id, null, 1000000, now(), '有误。', null, :id, ''").param("id", victim.subject()).update();
                return named(victim);
            }
        };

        abstract List<String> make(Entry victim, Random random);

        static List<String> named(Entry victim) {
            return List.of(String.valueOf(victim.leaf().indexNumber()), "账本第" + victim.index() + "条", "检查点");
        }

        static List<String> entry(long index) {
            return List.of("账本第" + index + "条", "检查点");
        }
    }
}
