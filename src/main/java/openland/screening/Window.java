package openland.screening;

import java.util.List;
import java.util.stream.IntStream;
import openland.screening.DigitGroups.Gap;

/** Some groups in a row, taken for one number; X can be its last sign. */
record Window(DigitGroups groups, int first, int last) {
    int length() {
        return groups.length(first, last);
    }

    char digit(int offset) {
        return groups.digit(first, offset);
    }

    String digits() {
        return groups.digits(first, last);
    }

    int from() {
        return groups.from(first);
    }

    int to() {
        return groups.to(last);
    }

    List<Integer> sizes() {
        return IntStream.rangeClosed(first, last).mapToObj(groups::size).toList();
    }

    Gap widestGap() {
        return groups.widestGap(first, last);
    }

    boolean hasGap(Gap gap) {
        return groups.hasGap(first, last, gap);
    }

    /** A letter or digit of a longer sign right beside it. */
    boolean aLetterBeside() {
        return aLetterBefore() || aLetterAfter();
    }

    boolean aLetterBefore() {
        return groups.isLetterOrDigit(from() - 1);
    }

    boolean aLetterAfter() {
        return groups.isLetterOrDigit(to());
    }

    boolean isWhole() {
        return first == last;
    }

    /** Nothing visible stands between the digits, or something after every one of them and no further one beside. */
    boolean isWholeOrSpread() {
        return isWhole() || last - first + 1 == length() && !groups.aSingleDigitBeside(first, last);
    }
}
