package openland.request;

import java.time.LocalDate;

/**
 * Under which rules a request is handled: those of the day it was received, for ever. The times themselves are rules of the catalogue.
 */
public enum Regime {
    /** 政府信息公开条例（2007年国务院令第492号）, in force from 2008-05-01. */
    OF_2008("政府信息公开条例（2007年）", "FOI-02", "FOI-03"),
    /** 政府信息公开条例（2019年国务院令第711号修订）, in force from 2019-05-15. */
    OF_2019("政府信息公开条例（2019年修订）", "FOI-04", "FOI-05");

    private static final LocalDate REVISED = LocalDate.of(2019, 5, 15);

    private final String law;
    private final String reply;
    private final String extension;

    Regime(String law, String reply, String extension) {
        this.law = law;
        this.reply = reply;
        this.extension = extension;
    }

    public static Regime of(LocalDate receivedOn) {
        return receivedOn.isBefore(REVISED) ? OF_2008 : OF_2019;
    }

    public String law() {
        return law;
    }

    /** The obligation that says within which time to answer. */
    public String reply() {
        return reply;
    }

    /** The obligation that says by how much that may be made longer. */
    public String extension() {
        return extension;
    }
}
