package openland.office.web;

/** One row of the journal as it is shown; what is not known is empty. */
public record JournalRow(long n, String at, String act, String officer, String office, String subject, String detail) {}
