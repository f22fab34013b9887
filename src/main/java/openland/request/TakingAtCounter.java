package openland.request;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.files.FileNames;
import openland.files.Files;
import openland.files.StoredFile;
import openland.office.Officer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a form at the counter with all that was brought along, as one thing: either everything is in the book or nothing is. */
@Service
public class TakingAtCounter {
    private final FilingRequests filing;
    private final Replying replying;
    private final ReplyTypes types;
    private final IdentityPapers identity;
    private final Papers papers;
    private final Files files;
    private final TransactionTemplate transaction;

    TakingAtCounter(FilingRequests filing, Replying replying, ReplyTypes types, IdentityPapers identity, Papers papers, Files files, TransactionTemplate transaction) {
        this.filing = filing;
        this.replying = replying;
        this.types = types;
        this.identity = identity;
        this.papers = papers;
        this.files = files;
        this.transaction = transaction;
    }

    /** A file that somebody brought. */
    public record Brought(String name, byte[] bytes) {}

    /**
     * What lies on the counter.
     *
     * @param sort of the identity papers: 居民身份证, 营业执照 …
     */
    public record Lying(NewFiling form, String sort, List<Brought> identity, List<Brought> papers) {
        public Lying {
            identity = List.copyOf(identity);
            papers = List.copyOf(papers);
        }
    }

    /** @throws Refusal as {@link FilingRequests#file(NewFiling, Officer)}, {@link IdentityPapers#keep} and {@link Files#store} */
    public FilingRequests.Filed take(Lying lying, Officer by) {
        by.mustHoldOneOf(FilingRequests.ENTERING, lying.form().office());
        var stored = stored(lying);
        return java.util.Objects.requireNonNull(transaction.execute(_ -> taken(lying, stored, by)));
    }

    /**
     * The same, and answers it at once with what is public already (第三十三条第一款、第三十六条第一项): the letter is handed over with the receipt.
     *
     * @param found where it is to be found, as the letter says it
     * @throws Refusal INVALID for more than one thing or another way than the counter, besides what the two acts refuse
     */
    public FilingRequests.Filed answer(Lying lying, String found, Officer by) {
        by.mustHoldOneOf(FilingRequests.ENTERING, lying.form().office());
        Words.must(lying.form().channel() == Channel.COUNTER, "只有当面提交的可以当场答复。");
        Words.must(lying.form().asks().size() == 1, "当场答复一次答一项：请只留这一项，其余的另外登记。");
        var stored = stored(lying);
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            var filed = taken(lying, stored, by);
            return filed.isNew() ? answered(filed, lying.form().who().name(), found, by) : filed;
        }));
    }

    private FilingRequests.Filed answered(FilingRequests.Filed filed, String name, String found, Officer by) {
        var one = filed.requests().getFirst().id();
        replying.draft(one, ReplyDraft.of(types.pointing().code(), null, Map.of(Stated.ADDRESS_OR_WAY, found)), by);
        replying.signAtOnce(one, by);
        var closed = replying.deliver(one, new Delivery(Delivery.Way.HAND, null, name + "当场签收"), by);
        return new FilingRequests.Filed(filed.filing(), filed.code(), List.of(closed), true);
    }

    private record Stored(String name, StoredFile file) {}

    private List<Stored> stored(Lying lying) {
        lying.papers().forEach(one -> FileNames.shown(one.name()));
        return lying.papers().stream().map(one -> new Stored(one.name(), files.store(one.name(), new ByteArrayInputStream(one.bytes())))).toList();
    }

    private FilingRequests.Filed taken(Lying lying, List<Stored> stored, Officer by) {
        var filed = filing.file(lying.form(), by);
        if (filed.isNew()) {
            lying.identity().forEach(one -> identity.keep(filed.filing().applicant(), lying.sort(), one.name(), one.bytes()));
            filed.requests().forEach(one -> stored.forEach(paper -> papers.add(paper(one.id(), paper.name(), by), paper.file())));
        }
        return filed;
    }

    private static Papers.NewPaper paper(UUID request, String name, Officer by) {
        return new Papers.NewPaper(request, Paper.Role.FILED, name, null, "", by.id());
    }
}
