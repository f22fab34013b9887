package openland.request;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import openland.base.Ids;
import openland.base.Time;
import openland.calendar.Calendars;
import openland.casework.FollowedCases;
import openland.catalogue.Rules;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import openland.office.Town;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The counter of an office of its own, on whatever day a test is set: what happened then is written down then. */
public final class Counter {
    public final Office office;
    public final Officer desk;
    public final Officer secrecy;
    public final Officer leader;
    public final Officer head;
    private final ApplicationContext context;
    private Instant now;

    public Counter(ApplicationContext context) {
        this.context = context;
        var town = Town.of(context);
        office = town.county();
        desk = town.officer(office, Post.DESK);
        secrecy = town.officer(office, Post.SECRECY);
        leader = town.officer(office, Post.LEADER);
        head = town.officer(office, Post.HEAD);
        now = context.getBean(InstantSource.class).instant();
    }

    /** From now on it is noon of that day. */
    public Counter on(String day) {
        now = LocalDate.parse(day).atTime(12, 0).atZone(Time.CHINA).toInstant();
        return this;
    }

    public LocalDate today() {
        return Time.dateOf(now);
    }

    InstantSource time() {
        return () -> now;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }


    Happening happening() {
        return new Happening(bean(RequestStore.class), openland.casework.Followed.at(context, time()), bean(Rules.class), bean(Calendars.class), bean(Offices.class), bean(Journal.class), bean(Milestones.class), time());
    }

    private FilingRequests filing() {
        return new FilingRequests(bean(FilingStore.class), bean(RequestStore.class), bean(RequestDesks.class), bean(ReplyTypes.class), bean(RequestKey.class), happening(), openland.casework.Followed.at(context, time()),
                bean(Rules.class), bean(Offices.class), bean(Journal.class), bean(Ids.class), time());
    }

    private MovingRequests moving() {
        return new MovingRequests(bean(RequestStore.class), bean(FilingStore.class), happening(), new Notices(letters(), bean(RequestStore.class)),
                bean(RequestDesks.class), bean(Calendars.class), bean(Offices.class));
    }

    public Letters letters() {
        return new Letters(bean(LetterStore.class), bean(RequestStore.class), bean(FilingStore.class), bean(Requests.class), bean(RequestDesks.class),
                bean(WritingLetters.class), bean(RequestSight.class), bean(Offices.class), bean(Journal.class), bean(Ids.class), time());
    }

    private Replying replying() {
        return new Replying(bean(RequestStore.class), bean(ReplyStore.class), bean(ReplyChecks.class), bean(ReplyTypes.class), bean(ConsultationStore.class),
                bean(FilingStore.class), bean(Papers.class), letters(), bean(WritingLetters.class), happening(), bean(RequestSight.class), time());
    }

    public Searches searches() {
        return new Searches(bean(ReplyStore.class), bean(RequestSight.class), bean(Journal.class), bean(Ids.class), time());
    }

    public Remedies remedies() {
        return new Remedies(bean(RequestStore.class), bean(RemedyStore.class), happening(), openland.casework.Followed.at(context, time()), bean(Rules.class),
                bean(Calendars.class), bean(Offices.class), bean(RequestSight.class), bean(Journal.class), bean(Ids.class), time());
    }

    /** Somebody else than {@link #desk} signs after him, in order. */
    public InformationRequest reply(InformationRequest one, ReplyDraft draft) {
        within(() -> replying().draft(one.id(), draft, desk));
        within(() -> replying().submit(one.id(), desk));
        within(() -> replying().pass(one.id(), "", secrecy));
        within(() -> replying().pass(one.id(), "", leader));
        within(() -> replying().sign(one.id(), head));
        return within(() -> replying().deliver(one.id(), new Delivery(Delivery.Way.HAND, null, "周敏"), desk));
    }

    public <T> T replying(java.util.function.Function<Replying, T> work) {
        return within(() -> work.apply(replying()));
    }

    public FilingRequests.Filed handOver(InformationRequest one, UUID to) {
        return within(() -> filing().handOver(one.id(), to, "电话里同意转办", desk));
    }

    public Consulting consulting() {
        return new Consulting(bean(RequestStore.class), bean(ConsultationStore.class), letters(), happening(), bean(Rules.class), bean(Calendars.class),
                bean(Offices.class), bean(Ids.class));
    }

    public <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(bean(TransactionTemplate.class).execute(_ -> work.get()));
    }

    /** Somebody comes to the counter and asks for that. */
    public InformationRequest asks(String... asked) {
        return within(() -> filing().file(form(Channel.COUNTER, asked), desk)).requests().getFirst();
    }

    public FilingRequests.Filed files(NewFiling form) {
        return within(() -> form.channel() == Channel.WEB ? filing().file(form) : filing().file(form, desk));
    }

    public NewFiling form(Channel channel, String... asked) {
        var who = new NewFiling.Who(ApplicantKind.PERSON, "周敏", "", "13900000000", "zhou@example.cn", "青禾县柳河镇石桥村", "243000", "");
        return new NewFiling(office.id(), who, channel, today(), List.of(asked).stream().map(NewFiling.Ask::of).toList(), "纸质", "当面领取", "", false, null);
    }

    public InformationRequest move(InformationRequest one, RequestMove move, Officer by, String remark, Map<String, String> detail) {
        return within(() -> moving().move(new MovingRequests.Wanted(one.id(), move, null, remark, detail), by));
    }

    public InformationRequest move(InformationRequest one, RequestMove move, Officer by) {
        return move(one, move, by, "按规定办理", Map.of());
    }

    public InformationRequest now(InformationRequest one) {
        return bean(RequestStore.class).byId(one.id()).orElseThrow();
    }

    public @Nullable LocalDate due(InformationRequest one) {
        var caseId = now(one).caseId();
        return caseId == null ? null : bean(FollowedCases.class).byId(caseId).orElseThrow().clock().dueOn();
    }

    public UUID id() {
        return office.id();
    }
}
