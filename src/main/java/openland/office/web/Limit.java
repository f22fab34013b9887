package openland.office.web;

import java.util.regex.Pattern;

/**
 * How often one address may ask, in any minute; as many at once are let through. Behind one address stands a whole office, so
 * each is far above what people do. {@code OPENLAND_LIMIT_FACTOR} multiplies them all. The first line that fits holds, and
 * {@link #ANYTHING} besides.
 */
enum Limit {
    /** Each costs an argon2id, or tries a code; wrong words are counted apart, by the name too. */
    SIGN_IN(120, "POST (/login(/.*)?|/setup|/api/v1/tokens|/desk/password|/desk/second-factor(/.*)?)|GET /login/oidc(/.*)?"),
    SEARCH(600, "(GET|HEAD) (/search|/api/v1/search|/disclosures/[^/]+/editions/[^/]+/tables/[^/]+)|POST /request/new"),
    /** Each opens, looks through or rewrites a file. */
    UPLOAD(600, "(POST /desk/drafts/[^/]+/files(/strip)?|POST /desk/drafts/[^/]+/tables/[^/]+/rows|POST /desk/officers/roster|POST /desk/candidates/files|POST /desk/requests/new|POST /desk/requests/[^/]+/papers|(PUT|POST) /api/v1/drafts/[^/]+/attachments/.*)"),
    /** Each reads the whole ledger or the whole journal. */
    WHOLE_CHECK(10, "(GET /api/v1/reconcile|POST /desk/journal/verify)"),
    /** Each reads all pieces of an item or all rows of a table, or draws the whole catalogue or all figures. */
    EXPORT(60, "GET /desk/(duties\\.xlsx|requests\\.(xlsx|csv))|(GET|HEAD) (/catalogue\\.(xlsx|docx)|/openness\\.(csv|xlsx|atom)|/openness/months/[^/]+/[^/]+/report\\.xlsx|/catalogue/obligations\\.csv|/catalogue/[^/]+/(export|dictionary)\\.(csv|xlsx|json)|/disclosures/[^/]+/editions/[^/]+/tables/[^/]+/rows\\.(csv|xlsx))"),
    /** Each gives an officer something to look at. */
    REPORT(30, "POST /openness/missing"),
    /** Each may write a mail to an address that somebody gave. */
    FOLLOW(5, "POST /dossiers/[^/]+/follow"),
    /** Each takes in files and writes a mail to an address that somebody gave. */
    APPLY(10, "POST (/request|/request/view/[^/]+|/track/[^/]+/(moves|way))"),
    /** Each tries a number with a query code. */
    TRACK(10, "POST /track"),
    PROOF(1_200, "GET /api/v1/ledger/proof/.*"),
    ANYTHING(12_000, ".*");

    private final int aMinute;
    private final Pattern requests;

    Limit(int aMinute, String requests) {
        this.aMinute = aMinute;
        this.requests = Pattern.compile(requests);
    }

    int aMinute() {
        return aMinute;
    }

    /** @param path decoded, as the program's routes see it */
    static Limit of(String method, String path) {
        for (var limit : values()) {
            if (limit.requests.matcher(method + " " + path).matches()) {
                return limit;
            }
        }
        return ANYTHING;   // a path with a line feed in it
    }
}
