package openland.ledger.web;

/** One entry on the page; no title, for the log has none. {@code link} is empty where it is not about a piece. */
public record LedgerRow(long index, String time, String what, String issuer, String indexNumber, String edition, String link) {}
