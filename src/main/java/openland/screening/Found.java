package openland.screening;

import openland.screening.Finding.Kind;
import openland.screening.Finding.Severity;

/** Personal data at a place in a text. @param words what it is, without what stood between its signs */
record Found(Kind kind, Severity severity, String words, int from, int to) {
    boolean overlaps(int otherFrom, int otherTo) {
        return from < otherTo && otherFrom < to;
    }
}
