package openland.search;

/** The names of the index's fields. */
final class Fields {
    static final String ID = "id";
    static final String EDITION = "edition";
    static final String LEDGER = "ledger";
    static final String DIGEST = "digest";
    /** Text, for searching. */
    static final String TITLE = "title";
    static final String BODY = "body";
    static final String FIELDS = "fields";
    static final String FILES = "files";
    static final String NUMBERS = "numbers";
    /** Keys of document and index numbers, whole and from the year on. */
    static final String NUMBER = "number";
    static final String NUMBER_TAIL = "numberTail";
    static final String INDEX = "index";
    static final String INDEX_TAIL = "indexTail";
    /** Exact values, for filters and facets. */
    static final String OFFICE = "office";
    static final String ITEM = "item";
    static final String CATEGORY = "category";
    static final String GENRE = "genre";
    static final String VALIDITY = "validity";
    static final String REGION = "region";
    static final String YEAR = "year";
    static final String DATE = "date";
    /** Only kept, for the hit's line. */
    static final String INDEX_NUMBER = "indexNumber";
    static final String DOCUMENT_NUMBER = "documentNumber";
    static final String OFFICE_NAME = "officeName";
    static final String ITEM_TITLE = "itemTitle";
    static final String PUBLISHED_AT = "publishedAt";

    private Fields() {}
}
