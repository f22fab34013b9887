package openland.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Wording;
import openland.files.FileNames;
import openland.files.Files;
import openland.files.StoredFile;
import openland.office.Office;
import openland.office.Offices;
import openland.request.FilingRequests.Filed;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes with files from outside: a citizen's form, what he adds later, the view of somebody who was asked. All of it or nothing. */
@Service
public class Applying {
    public static final int MOST_IDENTITY = 4;
    public static final int MOST_FILES = 5;

    private final FilingRequests filing;
    private final FilingStore filings;
    private final Requests requests;
    private final IdentityPapers identities;
    private final Papers papers;
    private final Files files;
    private final MovingRequests moving;
    private final Consulting consulting;
    private final Milestones milestones;
    private final Offices offices;
    private final TransactionTemplate transaction;

    Applying(FilingRequests filing, FilingStore filings, Requests requests, IdentityPapers identities, Papers papers, Files files, MovingRequests moving,
            Consulting consulting, Milestones milestones, Offices offices, TransactionTemplate transaction) {
        this.filing = filing;
        this.filings = filings;
        this.requests = requests;
        this.identities = identities;
        this.papers = papers;
        this.files = files;
        this.moving = moving;
        this.consulting = consulting;
        this.milestones = milestones;
        this.offices = offices;
        this.transaction = transaction;
    }

    /** A file as it was sent. */
    public record Upload(String name, InputStreamSource content) {
        byte[] bytes() {
            try (var in = content.getInputStream()) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * What is sent.
     *
     * @param transfer whether a wrong office may hand it over to the right one (第三十六条第五项)
     * @param paperKind of the identity papers: 居民身份证, 营业执照 …
     */
    public record Application(NewFiling form, boolean transfer, String paperKind, List<Upload> identity, List<Upload> attachments) {
        public Application {
            identity = List.copyOf(identity);
            attachments = List.copyOf(attachments);
        }
    }

    /** @throws Refusal INVALID that says what is missing or wrong, also of the identity papers */
    public static void mustProve(List<Upload> identity) {
        Words.must(!identity.isEmpty(), "请附上身份证明的照片或者PDF（条例第二十九条要求）。");
        Words.must(identity.size() <= MOST_IDENTITY, "身份证明最多传" + MOST_IDENTITY + "份。");
        identity.forEach(one -> {
            FileNames.shown(one.name());
            IdentityPapers.mustBeReadable(one.bytes());
        });
    }

    /**
     * Files it. Nothing is kept of a form that is refused.
     *
     * @throws Refusal INVALID that says what is missing; CONFLICT when another form was sent under the same key; for files as {@link Files#store}
     */
    public Filed apply(Application wanted) {
        mustProve(wanted.identity());
        var names = wanted.attachments().stream().map(one -> FileNames.shown(one.name())).toList();
        var stored = stored(wanted.attachments());
        return Objects.requireNonNull(transaction.execute(_ -> {
            var filed = filing.file(wanted.form());
            if (!filed.isNew()) {
                mustBeTheSame(filed, wanted.form());
                return filed;
            }
            wanted.identity().forEach(one -> identities.keep(filed.filing().applicant(), wanted.paperKind(), one.name(), one.bytes()));
            filed.requests().forEach(one -> attach(one.id(), names, stored));
            if (wanted.transfer()) {
                filings.mayBeHandedOver(filed.filing().id());
            }
            milestones.filed(filed.filing(), filed.requests(), office(filed), due(filed));
            return filed;
        }));
    }

    private List<StoredFile> stored(List<Upload> attachments) {
        Words.must(attachments.size() <= MOST_FILES, "附件最多" + MOST_FILES + "个，多的请打成一个压缩包。");
        var stored = new ArrayList<StoredFile>();
        for (var one : attachments) {
            try (var in = one.content().getInputStream()) {
                stored.add(files.store(FileNames.shown(one.name()), in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return stored;
    }

    private void attach(UUID request, List<String> names, List<StoredFile> stored) {
        for (int i = 0; i < stored.size(); i++) {
            papers.add(new Papers.NewPaper(request, Paper.Role.FILED, names.get(i), null, "", null), stored.get(i));
        }
    }

    /** Who goes back and changes what he wrote is not told that this went out as well. */
    private void mustBeTheSame(Filed filed, NewFiling form) {
        var name = requests.applicant(filed.filing()).name();
        var asked = filed.requests().stream().map(InformationRequest::asked).sorted().toList();
        if (!name.equals(form.who().name()) || !filed.filing().office().equals(form.office())
                || !asked.equals(form.asks().stream().map(NewFiling.Ask::asked).sorted().toList())) {
            throw Refusal.conflict("这张表已经提交过，改动没有提交。要补充，请用编号和查询码打开进展再补充；要申请别的，请另填一张。");
        }
    }

    private Office office(Filed filed) {
        return offices.byId(filed.filing().office()).orElseThrow();
    }

    private Optional<LocalDate> due(Filed filed) {
        return requests.answer(filed.requests().getFirst()).flatMap(answer -> Optional.ofNullable(answer.due())).map(openland.calendar.Due::date);
    }

    /**
     * What the applicant adds, with files: a correction, reasons, more words.
     *
     * @throws Refusal as {@link MovingRequests#moveByApplicant}; for files as {@link Files#store}
     */
    public InformationRequest add(MovingRequests.Wanted wanted, List<Upload> attachments) {
        var names = attachments.stream().map(one -> FileNames.shown(one.name())).toList();
        var stored = stored(attachments);
        return Objects.requireNonNull(transaction.execute(_ -> {
            var moved = moving.moveByApplicant(wanted);
            attach(moved.id(), names, stored);
            return moved;
        }));
    }

    /** What somebody who was asked for his view says by his link, with files. @throws Refusal as {@link Consulting#answerByLink}; for files as {@link Files#store} */
    public void answer(String link, Consultation.Answer answer, String reason, List<Upload> attachments) {
        var names = attachments.stream().map(one -> FileNames.shown(one.name())).toList();
        var stored = stored(attachments);
        transaction.executeWithoutResult(_ -> {
            var asked = consulting.answerByLink(link, answer, reason);
            for (int i = 0; i < stored.size(); i++) {
                papers.add(new Papers.NewPaper(asked.request(), Paper.Role.VIEW, names.get(i), asked.id(), "", null), stored.get(i));
            }
        });
    }

    /** The applicant wants the answer another way; it holds for all that he asked for on the same form. @throws Refusal as {@link #add} */
    public void changeWay(UUID request, String form, String delivery) {
        var kept = Wording.line(form, "提供形式", 100);
        var way = Wording.line(delivery, "获取方式", 100);
        transaction.executeWithoutResult(_ -> {
            var moved = moving.moveByApplicant(new MovingRequests.Wanted(request, RequestMove.ADD, null, "改收件方式：" + kept + "，" + way, java.util.Map.of()));
            filings.newWay(moved.filing(), kept, way);
        });
    }
}
