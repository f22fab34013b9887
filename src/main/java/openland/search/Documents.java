package openland.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Makes Lucene's document of an edition. Whoever changes it raises {@link #SCHEMA}: older indexes are then built anew. */
final class Documents {
    static final String SCHEMA = "2";
    /** Lucene takes no longer exact value; ours are never so long. */
    private static final int LONGEST_VALUE = 1000;

    private Documents() {}

    static Document of(Searchable edition) {
        var document = new Document();
        identity(document, edition);
        texts(document, edition);
        numbers(document, edition);
        facet(document, Fields.OFFICE, edition.officeId().toString());
        facet(document, Fields.ITEM, edition.item());
        facet(document, Fields.CATEGORY, edition.category());
        facet(document, Fields.VALIDITY, edition.validity());
        facet(document, Fields.YEAR, Integer.toString(edition.date().getYear()));
        value(document, Fields.GENRE, edition.genre());
        value(document, Fields.REGION, edition.region());
        return document;
    }

    private static void identity(Document document, Searchable edition) {
        var id = edition.id().toString();
        document.add(new StringField(Fields.ID, id, Store.YES));
        document.add(new SortedDocValuesField(Fields.ID, new BytesRef(id)));
        document.add(new NumericDocValuesField(Fields.EDITION, edition.edition()));
        document.add(new LongPoint(Fields.EDITION, edition.edition()));
        document.add(new NumericDocValuesField(Fields.LEDGER, edition.ledgerIndex()));
        document.add(new BinaryDocValuesField(Fields.DIGEST, new BytesRef(edition.digest())));
        long day = edition.date().toEpochDay();
        document.add(new LongPoint(Fields.DATE, day));
        document.add(new NumericDocValuesField(Fields.DATE, day));
        document.add(new StoredField(Fields.DATE, day));
        document.add(new StoredField(Fields.PUBLISHED_AT, edition.publishedAt().toEpochMilli()));
        document.add(new StoredField(Fields.OFFICE_NAME, edition.officeName()));
        document.add(new StoredField(Fields.ITEM_TITLE, edition.itemTitle()));
    }

    private static void texts(Document document, Searchable edition) {
        document.add(new TextField(Fields.TITLE, edition.title(), Store.YES));
        document.add(new TextField(Fields.BODY, edition.body(), Store.YES));
        document.add(new TextField(Fields.FIELDS, edition.fields(), Store.YES));
        document.add(new TextField(Fields.FILES, edition.files(), Store.NO));
        document.add(new StoredField(Fields.FILES, beginning(edition.files())));
        document.add(new TextField(Fields.NUMBERS, edition.indexNumber(), Store.NO));
        if (edition.documentNumber() != null) {
            document.add(new TextField(Fields.NUMBERS, edition.documentNumber(), Store.NO));
        }
    }

    private static void numbers(Document document, Searchable edition) {
        document.add(new StoredField(Fields.INDEX_NUMBER, edition.indexNumber()));
        value(document, Fields.INDEX, IndexNumber.keyOf(edition.indexNumber()));
        IndexNumber.tailOf(edition.indexNumber()).ifPresent(tail -> value(document, Fields.INDEX_TAIL, tail));
        var number = edition.documentNumber();
        if (number != null) {
            document.add(new StoredField(Fields.DOCUMENT_NUMBER, number));
            value(document, Fields.NUMBER, DocumentNumber.keyOf(number));
            DocumentNumber.parse(number).ifPresent(parts -> value(document, Fields.NUMBER_TAIL, parts.tail()));
        }
    }

    private static void facet(Document document, String field, @Nullable String value) {
        value(document, field, value);
        if (value != null && !value.isBlank()) {
            document.add(new SortedDocValuesField(field, new BytesRef(cut(value.strip()))));
        }
    }

    private static void value(Document document, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            document.add(new StringField(field, cut(value.strip()), Store.YES));
        }
    }

    /** As much of a long file as snippets are made of. */
    private static String beginning(String text) {
        return text.length() > Snippets.LOOKED_THROUGH ? text.substring(0, Snippets.LOOKED_THROUGH) : text;
    }

    private static String cut(String value) {
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
    }

    /** The kept part of a document, read back. */
    record Kept(Document document) {
        UUID id() {
            return UUID.fromString(document.get(Fields.ID));
        }

        UUID office() {
            return UUID.fromString(document.get(Fields.OFFICE));
        }

        LocalDate date() {
            return LocalDate.ofEpochDay(document.getField(Fields.DATE).numericValue().longValue());
        }

        Instant publishedAt() {
            return Instant.ofEpochMilli(document.getField(Fields.PUBLISHED_AT).numericValue().longValue());
        }

        String text(String field) {
            return document.get(field);
        }

        @Nullable String optional(String field) {
            return document.get(field);
        }
    }
}
