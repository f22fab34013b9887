package openland.request;

/**
 * Requests that no table tells apart, and how many they are.
 *
 * @param key      by which the same requests are found again
 * @param reply    empty while it is not answered
 * @param part     empty where the reply has no parts
 * @param received in the period
 * @param carried  received before it and still open when it began
 * @param answered closed in the period
 * @param left     received by its end and not closed by then
 */
record StatisticsGroup(String key, ApplicantKind kind, Channel channel, String reply, String part, boolean extended, boolean inTime, boolean received,
        boolean carried, boolean answered, boolean left, long count) {}
