package openland.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Numbers of documents (文号) by office, item, sign and year, and what is missing among them. */
final class NumberSequences {
    private static final Pattern NUMBER = Pattern.compile("(.{1,40}?)[〔\\[【（(]((?:19|20)\\d{2})[〕\\]】）)]第?0*(\\d{1,5})号");
    private static final int MOST = 50;

    private final Map<Sequence, BitSet> sequences = new HashMap<>();
    private final Map<Sequence, BitSet> known = new HashMap<>();

    /** @param item empty for all items of the office together */
    private record Sequence(UUID office, String item, String sign, String year) {
        String number(int n) {
            return sign + "〔" + year + "〕" + n + "号";
        }
    }

    /** A number that nobody has published or reported. @param before the nearest known one below. @param after the nearest known one above */
    record Gap(UUID office, String item, String sequence, String number, String before, String after) {}

    /** Takes a number that is known; what is no number with sign and year is passed over. */
    void add(UUID office, String item, String written) {
        var number = NUMBER.matcher(written.strip());
        if (number.matches()) {
            int n = Integer.parseInt(number.group(3));
            var sign = number.group(1).strip();
            sequences.computeIfAbsent(new Sequence(office, item, sign, number.group(2)), _ -> new BitSet()).set(n);
            known.computeIfAbsent(new Sequence(office, "", sign, number.group(2)), _ -> new BitSet()).set(n);
        }
    }

    /** Between the first and the last of each sequence, what the office has under no item; fifty of each at most. */
    List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        sequences.forEach((sequence, numbers) -> gaps.addAll(gaps(sequence, numbers,
                known.getOrDefault(new Sequence(sequence.office(), "", sequence.sign(), sequence.year()), numbers))));
        return gaps;
    }

    private static List<Gap> gaps(Sequence sequence, BitSet numbers, BitSet all) {
        var gaps = new ArrayList<Gap>();
        int last = numbers.length() - 1;
        for (int n = all.nextClearBit(numbers.nextSetBit(0)); n < last && gaps.size() < MOST; n = all.nextClearBit(n + 1)) {
            gaps.add(new Gap(sequence.office(), sequence.item(), sequence.sign() + "〔" + sequence.year() + "〕", sequence.number(n),
                    sequence.number(numbers.previousSetBit(n)), sequence.number(numbers.nextSetBit(n))));
        }
        return gaps;
    }
}
