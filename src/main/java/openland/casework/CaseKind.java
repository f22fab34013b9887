package openland.casework;

import java.util.Locale;
import java.util.UUID;
import openland.base.Refusal;

/** Which room moves a case, and where an officer does it. */
public enum CaseKind {
    /** Something to be made public, or done and said so: moved here. */ DUTY("/desk/duties/"),
    /** An answer to somebody who asked for information (依申请公开), or to a court or review body about it. */ REQUEST("/desk/requests/cases/");

    private final String path;

    CaseKind(String path) {
        this.path = path;
    }

    /** The desk's page of one. */
    public String address(UUID id) {
        return path + id;
    }

    /** @throws Refusal CONFLICT for what another room moves: its words, dates and states are said there, and nowhere else */
    void mustBeMovedHere() {
        if (this != DUTY) {
            throw Refusal.conflict("这件事项在依申请公开里办理，不在这里改动。");
        }
    }

    /** As it is kept. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CaseKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
