package openland.ledger.web;

/** What the page says of the whole log; {@code signedAt} in China's time. */
public record LedgerState(String origin, long size, String root, String signedAt, String note, String key, String address) {}
