package openland.drafting;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.files.FileNames;
import openland.files.Files;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import openland.office.Post;
import openland.screening.Finding;
import openland.screening.Screening;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Attaches files to a draft and takes them off. A file is looked into before the draft is locked: that may take a
 * while. What would be published is the copy without what the file hides; the original stays inside.
 */
@Service
public class Attaching {
    private static final int MOST = 50;

    private final DraftStore drafts;
    private final Draftroom room;
    private final Drafting drafting;
    private final Composing composing;
    private final Files files;
    private final Screening screening;
    private final Journal journal;
    private final TransactionTemplate transaction;

    Attaching(DraftStore drafts, Draftroom room, Drafting drafting, Composing composing, Files files,
            Screening screening, Journal journal, TransactionTemplate transaction) {
        this.drafts = drafts;
        this.room = room;
        this.drafting = drafting;
        this.composing = composing;
        this.files = files;
        this.screening = screening;
        this.journal = journal;
        this.transaction = transaction;
    }

    /**
     * Adds a file to the draft or replaces the one of the same name.
     *
     * @param name as people call it
     * @throws Refusal for the file as {@link Files#store}, for the name as {@link FileNames#shown}, for the draft as
     *                 {@link Drafting#save}
     */
    public DraftStatus attach(UUID id, String name, InputStream in, Officer officer) {
        var shown = FileNames.shown(name);
        var draft = mayWrite(id, officer);
        mustBeClean(shown, draft, officer);
        return put(id, stored(shown, in, draft, officer), officer);
    }

    private DraftFile stored(String name, InputStream in, Draft draft, Officer officer) {
        try {
            var original = files.store(name, in);
            return DraftFile.of(name, original, files.publicCopy(original.sha256()));
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.UNPROCESSABLE) {
                journal.recordAlone(new Act("draft.file-infected", officer.id(), draft.office(), draft.id().toString(), Map.of()));
            }
            throw refusal;
        }
    }

    /** A file's name is content: everybody who downloads it reads it. */
    private void mustBeClean(String name, Draft draft, Officer officer) {
        var stop = screening.screen("name", name).stream().filter(Finding::stops).findFirst();
        if (stop.isPresent()) {
            journal.recordAlone(new Act("draft.file-name-refused", officer.id(), draft.office(), draft.id().toString(),
                    Map.of("kind", stop.get().kind().name())));
            throw new Refusal(Reason.UNPROCESSABLE, "文件名里" + stop.get().sentence() + "请改好文件名再上传，文件没有保存。");
        }
    }

    /** Replaces an attachment by a copy without what it hides, as far as the program can take it out. */
    public DraftStatus strip(UUID id, String name, Officer officer) {
        var file = mayWrite(id, officer).content().attachments().stream().filter(f -> f.name().equals(name)).findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这个附件。"));
        files.mustBeClean(file.uploaded());
        var stripped = files.withoutHidden(file.uploaded());
        return put(id, DraftFile.of(name, stripped, files.publicCopy(stripped.sha256())), officer);
    }

    /** Takes a file out of the draft. */
    public DraftStatus detach(UUID id, String name, Officer officer) {
        return change(id, officer, had -> {
            had.removeIf(file -> file.name().equals(name));
            return had;
        });
    }

    private DraftStatus put(UUID id, DraftFile file, Officer officer) {
        return change(id, officer, had -> {
            int place = had.stream().map(DraftFile::name).toList().indexOf(file.name());
            if (place >= 0) {
                had.set(place, file);
            } else if (had.size() < MOST) {
                had.add(file);
            } else {
                throw Refusal.invalid("一件信息最多带50个附件。");
            }
            return had;
        });
    }

    private DraftStatus change(UUID id, Officer officer, UnaryOperator<List<DraftFile>> change) {
        return transaction.execute(_ -> {
            var draft = drafts.locked(id).orElseThrow(Draftroom::notFound);
            mustWrite(draft, officer);
            var after = change.apply(new ArrayList<>(draft.content().attachments()));
            return drafting.replace(draft, composing.withAttachments(draft.content(), after), officer);
        });
    }

    private Draft mayWrite(UUID id, Officer officer) {
        var draft = drafts.find(id).orElseThrow(Draftroom::notFound);
        mustWrite(draft, officer);
        return draft;
    }

    private void mustWrite(Draft draft, Officer officer) {
        room.mustConcern(draft, officer);
        officer.mustHold(Post.DRAFTER, draft.office());
    }
}
