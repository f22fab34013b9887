package openland.request;

import java.util.ArrayList;
import java.util.List;
import openland.request.ReplyFile.Basis;
import openland.request.ReplyFile.Status;
import openland.request.ReplyFile.Term;
import org.jspecify.annotations.Nullable;

/** What the officer is told beside a letter and nobody reads in it: which rules rest on texts that were not read. */
final class LetterNotes {
    static final String UNREAD = "（此条依据尚未核对原文）";

    private LetterNotes() {}

    static List<String> basis(@Nullable Basis basis) {
        var notes = new ArrayList<String>();
        if (basis != null && basis.status() == Status.MEM) {
            notes.add(basis.article() + UNREAD);
        }
        if (basis != null && basis.remark() != null) {
            notes.add(basis.remark() + "。");
        }
        return notes;
    }

    static List<String> remedies(Term term, Remedy remedy) {
        if (remedy == Remedy.NONE) {
            return List.of("本类信件没有写救济途径：对照表未要求写明；可以在设置中改为一律写明。");
        }
        return term.status() == Status.MEM ? List.of("救济途径：" + term.reviewBasis() + "、" + term.suitBasis() + UNREAD) : List.of();
    }
}
