package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import openland.OpenlandTest;
import openland.catalogue.Catalogue;
import openland.catalogue.Examples;
import openland.catalogue.Item;
import openland.disclosure.Disclosures;
import openland.form.Faceting;
import openland.form.Field;
import openland.form.Form;
import openland.form.PublicMode;
import openland.ledger.Barrier;
import openland.office.Town;
import openland.office.web.Browser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every item of the catalogue, the whole way from the empty form to the page that is printed. No item is named here. */
@OpenlandTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryItemTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_PATH = 12;
    /** Beyond this an end is none: 长期. */
    private static final BigDecimal FAR = new BigDecimal(LocalDate.of(9000, 1, 1).toEpochDay());

    @Autowired Catalogue catalogue;
    @Autowired Attaching attaching;
    @Autowired Disclosures disclosures;
    @Autowired Barrier barrier;
    @Autowired ApplicationContext context;
    @Autowired @Qualifier("publicReader") JdbcClient reader;
    private Desk desk;
    private Browser officer;
    private Browser citizen;
    private JsonNode referred;

    @BeforeAll
    void open() {
        desk = new Desk(context);
        officer = new Browser(context.getBean(Environment.class));
        officer.signIn(desk.drafter.name(), Town.PASSWORD);
        citizen = new Browser(context.getBean(Environment.class));
        var piece = disclosures.find(desk.publish(desk.piece("所引用的信息"))).orElseThrow();
        referred = JSON.createObjectNode().put("id", piece.id().toString()).put("indexNumber", piece.indexNumber());
    }

    Stream<Item> items() {
        return catalogue.items().stream();
    }

    @ParameterizedTest
    @MethodSource("items")
    void an_item_goes_from_the_empty_form_to_the_printed_page(Item item) {
        var id = UUID.randomUUID();
        theFormShowsEveryField(item, id);
        theEmptyFormSaysWhatIsMissing(item, id);
        theFilledFormHasNothingToSay(item, id);
        var piece = theReviewPathIsWalked(item, id);
        theFieldsAreOnThePublicPage(item, piece);
        thePieceIsInTheListOfItsItem(item, piece);
        theListIsFilteredByWhatTheItemOffers(item, piece);
        theSearchFindsIt(item, piece);
        programsReadIt(item, piece);
        theSchemaDescribesIt(item, piece);
        itIsInTheExport(item, piece);
        itCanBePrinted(piece);
    }

    private void theFormShowsEveryField(Item item, UUID id) {
        desk.save(id, content(item));
        var page = page(officer, "/desk/drafts/" + id);
        item.fields().fields().forEach(field -> assertThat(page).as(item.id()).contains("name=\"" + field.name(), field.label()));
    }

    private void theEmptyFormSaysWhatIsMissing(Item item, UUID id) {
        var stops = desk.look(id, desk.drafter).findings().stream().filter(DraftFinding::stops).map(DraftFinding::field).toList();
        assertThat(stops).as(item.id()).contains("title")
                .containsAll(Stream.concat(item.head().fields().stream(), item.fields().fields().stream())
                        .filter(Field::required).map(Field::name).toList());
    }

    private void theFilledFormHasNothingToSay(Item item, UUID id) {
        attaching.attach(id, "附件.txt", new ByteArrayInputStream("随文附表。".getBytes(StandardCharsets.UTF_8)), desk.drafter);
        var attached = desk.look(id, desk.drafter).draft().content().attachments().getFirst();
        var file = Form.file(attached.name(), attached.sha256(), attached.size(), attached.type());
        var filled = content(item).put("title", title(item)).put("documentNumber", "青自然资〔2026〕31号").put("producedOn", "2026-11-03")
                .put("body", "第一段。\n第二段。");
        filled.putArray("attachments").add(attached.name());
        var fields = filled.putObject("fields");
        Examples.of(item.fields(), referred, file).forEach(fields::set);
        // about a thing of its own: what must be shown first for a while is another's
        item.duty().key().stream().filter(name -> item.fields().field(name).filter(key -> key.type().name().equals("text")).isPresent())
                .forEach(name -> fields.put(name, fields.path(name).asString() + item.id()));
        assertThat(desk.save(id, filled).findings()).as(item.id()).isEmpty();
    }

    private UUID theReviewPathIsWalked(Item item, UUID id) {
        var officers = List.of(desk.drafter, desk.secrecy, desk.leader, desk.head);
        for (int i = 0; i < LONGEST_PATH; i++) {
            var next = officers.stream().filter(one -> desk.look(id, one).forward().isPresent()).findFirst().orElseThrow();
            var status = desk.move(id, desk.look(id, next).forward().orElseThrow(), next);
            if (status.draft().state() == State.PUBLISHED) {
                barrier.awaitPassed(status.draft().ledgerIndex(), Duration.ofSeconds(30));
                return status.draft().disclosure();
            }
        }
        throw new AssertionError(item.id() + " is not published after " + LONGEST_PATH + " moves");
    }

    private void theFieldsAreOnThePublicPage(Item item, UUID piece) {
        var page = page(citizen, "/disclosures/" + piece);
        assertThat(page).as(item.id()).contains(title(item), item.title());
        for (var field : item.fields().fields()) {
            assertThat(page.contains(field.label())).as(item.id() + " " + field.label()).isEqualTo(field.mode() != PublicMode.HIDDEN);
            field.columns().stream().filter(column -> column.mode() == PublicMode.SHOWN)
                    .forEach(column -> assertThat(page).as(item.id()).contains(column.label()));
        }
        nothingPersonalIsIn(page, item);
    }

    private void thePieceIsInTheListOfItsItem(Item item, UUID piece) {
        assertThat(page(citizen, "/catalogue/" + item.id())).as(item.id()).contains("/disclosures/" + piece, title(item));
    }

    /** What stands in a facet of the piece leads to it, what lies beside does not. */
    private void theListIsFilteredByWhatTheItemOffers(Item item, UUID piece) {
        var declared = Faceting.declared(item.fields());
        for (var row : facets(piece)) {
            var field = declared.stream().filter(facet -> facet.path().equals(row.field())).findFirst().orElseThrow().field();
            var name = "f." + row.field();
            if (row.low() == null) {
                assertThat(filtered(item, name, row.value())).as(item.id() + " " + name).contains("/disclosures/" + piece);
                assertThat(filtered(item, name, "没有的值")).as(item.id() + " " + name).doesNotContain("/disclosures/" + piece);
            } else {
                assertThat(filtered(item, name + ".from", typed(field, row.low()), name + ".to", typed(field, row.high())))
                        .as(item.id() + " " + name).contains("/disclosures/" + piece);
                if (facets(piece).stream().filter(other -> other.field().equals(row.field())).count() == 1 && row.high().compareTo(FAR) < 0) {
                    assertThat(filtered(item, name + ".from", typed(field, row.high().add(BigDecimal.ONE))))
                            .as(item.id() + " " + name).doesNotContain("/disclosures/" + piece);
                }
            }
        }
        declared.stream().filter(facet -> facet.field().mode() == PublicMode.SHOWN && facet.field().required() && !facet.path().contains("."))
                .forEach(facet -> assertThat(facets(piece)).as(item.id()).extracting(Facet::field).contains(facet.path()));
    }

    /** A row of the facets that the public's role can read. */
    record Facet(String field, String value, BigDecimal low, BigDecimal high) {}

    private List<Facet> facets(UUID piece) {
        return reader.sql("select field, value, low, high from disclosure_facet where disclosure = :piece and field not like '@%'")
                .param("piece", piece).query(Facet.class).list();
    }

    /** The end of a range as a reader types it: facets count days, square metres, yuan and plain numbers. */
    private static String typed(Field field, BigDecimal end) {
        var type = field.type().name();
        return type.startsWith("date") ? LocalDate.ofEpochDay(end.longValueExact()).toString()
                : end.toPlainString() + (type.equals("area") ? "平方米" : "");
    }

    private String filtered(Item item, String... filters) {
        var address = new StringBuilder("/catalogue/" + item.id() + "?");
        for (int i = 0; i < filters.length; i += 2) {
            address.append(filters[i]).append('=').append(URLEncoder.encode(filters[i + 1], StandardCharsets.UTF_8)).append('&');
        }
        return page(citizen, address.toString());
    }

    private void theSearchFindsIt(Item item, UUID piece) {
        var found = page(citizen, "/search?q=" + URLEncoder.encode("“" + title(item) + "”", StandardCharsets.UTF_8));
        assertThat(found).as(item.id()).contains("/disclosures/" + piece);
    }

    private void programsReadIt(Item item, UUID piece) {
        var whole = json("/api/v1/disclosures/" + piece);
        var fields = JSON.readTree(whole).path("fields");
        assertThat(item.fields().fields()).filteredOn(field -> field.mode() != PublicMode.HIDDEN)
                .allSatisfy(field -> assertThat(fields.has(field.name())).as(item.id() + " " + field.name()).isTrue());
        nothingPersonalIsIn(whole, item);
        nothingPersonalIsIn(json("/disclosures/" + piece + "/editions/1/canonical"), item);
        assertThat(JSON.readTree(json("/api/v1/disclosures?item=" + item.id())).path("items").toString()).contains(piece.toString());
    }

    private void theSchemaDescribesIt(Item item, UUID piece) {
        var schema = JSON.readTree(json("/api/v1/catalogue/" + item.id())).path("schema");
        assertThat(schema.path("properties").propertyNames()).as(item.id())
                .containsExactlyElementsOf(item.fields().fields().stream().map(Field::name).toList());
        var published = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json("/catalogue/" + item.id() + "/schema.json"));
        assertThat(published.validate(exported(item, piece), InputFormat.JSON)).as(item.id()).isEmpty();
        var dictionary = json("/catalogue/" + item.id() + "/dictionary.csv");
        item.fields().fields().forEach(field -> assertThat(dictionary).as(item.id()).contains(field.label()));
    }

    private void itIsInTheExport(Item item, UUID piece) {
        nothingPersonalIsIn(exported(item, piece), item);
        var csv = json("/catalogue/" + item.id() + "/export.csv");
        assertThat(csv).as(item.id()).contains(title(item), piece.toString());
        nothingPersonalIsIn(csv, item);
        item.fields().fields().stream().filter(field -> !field.columns().isEmpty() && field.mode() == PublicMode.SHOWN).forEach(table -> {
            var rows = json("/catalogue/" + item.id() + "/export.csv?table=" + table.name());
            assertThat(rows.lines().count()).as(item.id() + " " + table.name()).isGreaterThan(1);
            nothingPersonalIsIn(rows, item);
        });
    }

    /** The piece as the export of its item gives it. */
    private String exported(Item item, UUID piece) {
        return JSON.readTree(json("/catalogue/" + item.id() + "/export.json")).values().stream()
                .filter(row -> row.path("id").asString("").equals(piece.toString())).findFirst().orElseThrow().toString();
    }

    /** On paper stand the issuer, the index number, the address and the day, which the screen shows elsewhere. */
    private void itCanBePrinted(UUID piece) {
        var shown = disclosures.find(piece).orElseThrow();
        assertThat(page(citizen, "/disclosures/" + piece)).containsPattern(
                "class=\"paper\">[^<]*" + shown.indexNumber() + "<br>[^<]*/disclosures/" + piece + "<br>打印日期");
    }

    /** What is masked or hidden, as it was typed. */
    private static void nothingPersonalIsIn(String text, Item item) {
        item.fields().fields().stream().flatMap(field -> Stream.concat(Stream.of(field), field.columns().stream()))
                .filter(field -> field.mode() == PublicMode.HIDDEN || field.mode() == PublicMode.MASKED && field.mask() != null)
                .map(Field::example).filter(example -> !example.isEmpty())
                .forEach(example -> assertThat(text).as(item.id()).doesNotContain(example));
    }

    private String page(Browser reader, String path) {
        var answer = reader.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private String json(String path) {
        var answer = citizen.send(citizen.request(path).header("Accept", "application/json").GET());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private ObjectNode content(Item item) {
        return JSON.createObjectNode().put("item", item.id()).put("office", desk.office.code());
    }

    private static String title(Item item) {
        return "逐项核对" + item.title();
    }
}
