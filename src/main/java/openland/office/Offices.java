package openland.office;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import openland.base.Ids;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.base.Time;
import openland.journal.Act;
import openland.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The offices (机构) as a tree with history. Reading shows today in China unless a day is given; every change opens a
 * new span and leaves the old one to be read.
 */
@Component
public class Offices {
    private final OfficeStore store;
    private final Access access;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;

    Offices(OfficeStore store, Access access, Journal journal, Ids ids, InstantSource time) {
        this.store = store;
        this.access = access;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /** By today's code, or else by the code it bore last: a predecessor is found too. Case does not matter. */
    public Optional<Office> byCode(String code) {
        return store.byCode(code.strip(), today()).flatMap(this::byId);
    }

    /** Offices that bear or bore that code or that name, as they stood when they last did; the latest first. */
    public List<Office> called(String codeOrName) {
        return store.called(codeOrName.strip(), today());
    }

    /** Also one that has ended: then as it last stood, with its successor. */
    public Optional<Office> byId(UUID id) {
        return store.byId(id, today());
    }

    /** As it stood on {@code day}. */
    public Optional<Office> byId(UUID id, LocalDate day) {
        return store.byId(id, day);
    }

    /** Top down, then by code. */
    public List<Office> all() {
        return at(today());
    }

    /** All offices of that day, in the order of {@link #all}. */
    public List<Office> at(LocalDate day) {
        return store.all(day);
    }

    /** A page of {@link #all}; {@code after} as the page before gave it. */
    @SuppressWarnings("EnumOrdinal")   // the rank is the order of the levels, top down
    public Keyset<Office> page(@Nullable String after, int limit) {
        var key = Keyset.decode(after);
        int rank = key == null ? -1 : rankIn(key);
        var code = key == null ? "" : key.substring(1);
        return Keyset.of(store.after(today(), rank, code, limit + 1), limit,
                office -> office.level().ordinal() + office.code());
    }

    /** The office and all under it, top down. */
    public List<Office> subtree(UUID root) {
        return store.subtree(root, today());
    }

    /** True when {@code office} is {@code ancestor} or lies under it. */
    public boolean isWithin(UUID office, UUID ancestor) {
        return office.equals(ancestor) || store.isWithin(office, ancestor, today());
    }

    /** Creates an office under one that {@code by} administers. @throws Refusal on a taken code or a misplaced office */
    @Transactional
    public Office create(NewOffice office, LocalDate from, Officer by) {
        var parent = office.parent();
        if (parent == null) {
            throw Refusal.invalid("请选择上级机构。");
        }
        access.mustHold(by, Post.SYSADMIN, parent);
        office.mustBeValid();
        mustFitUnder(office.level(), office.region(), parent, from);
        return add(office, from, by.id());
    }

    /** The first office, before anybody could create it. */
    Office createFirst(NewOffice office, LocalDate from) {
        office.mustBeValid();
        if (office.parent() != null || !store.isEmpty()) {
            throw Refusal.conflict("系统中已有机构，不能再建立第一个机构。");
        }
        return add(office, from, null);
    }

    /** Gives a new name (更名), and a new code unless it stays the same. */
    @Transactional
    public Office rename(UUID id, String name, String code, LocalDate on, Officer by) {
        access.mustHold(by, Post.SYSADMIN, id);
        var old = current(id);
        var renamed = new NewOffice(code, name, old.level(), old.region(), old.parent());
        renamed.mustBeValid();
        change(id, renamed, on);
        journal.record(new Act("office.renamed", by.id(), id, id.toString(), Map.of("on", on.toString(), "code", renamed.code())));
        return current(id, on);
    }

    /** Puts the office, with all under it, under another one (划转). */
    @Transactional
    public Office move(UUID id, UUID parent, LocalDate on, Officer by) {
        access.mustHold(by, Post.SYSADMIN, id);
        access.mustHold(by, Post.SYSADMIN, parent);
        var old = current(id);
        if (store.isWithin(parent, id, on)) {
            throw Refusal.conflict("不能把机构移到它自己或它的下级之下。");
        }
        mustFitUnder(old.level(), old.region(), parent, on);
        change(id, new NewOffice(old.code(), old.name(), old.level(), old.region(), parent), on);
        journal.record(new Act("office.moved", by.id(), id, id.toString(), Map.of("on", on.toString(), "parent", parent.toString())));
        return current(id, on);
    }

    /** Ends the office (撤销、并入); {@code successor} takes over its duties and, from that day, the offices under it. */
    @Transactional
    public void succeed(UUID id, UUID successor, LocalDate on, Officer by) {
        access.mustHold(by, Post.SYSADMIN, id);
        access.mustHold(by, Post.SYSADMIN, successor);
        current(id);
        current(successor, on);
        if (store.isWithin(successor, id, on)) {
            throw Refusal.conflict("承接机构不能是被撤销的机构或它的下级。");
        }
        store.subtree(id, on).stream().filter(office -> id.equals(office.parent()))
                .forEach(child -> move(child.id(), successor, on, by));
        if (!mustBeAfterOpening(id, on)) {
            throw Refusal.conflict("机构当日刚刚设立或变更，次日起才能撤销。");
        }
        store.close(id, on);
        store.succeed(id, successor, on);
        journal.record(new Act("office.succeeded", by.id(), id, id.toString(), Map.of("on", on.toString(), "successor", successor.toString())));
    }

    private Office add(NewOffice office, LocalDate from, @Nullable UUID by) {
        var id = ids.next(office.region());
        store.add(id, time.instant());
        unlessTaken(office.code(), () -> store.open(id, office, from));
        journal.record(new Act("office.created", by, id, id.toString(), Map.of("from", from.toString(), "code", office.code())));
        return current(id, from);
    }

    private void change(UUID id, NewOffice office, LocalDate on) {
        if (mustBeAfterOpening(id, on)) {
            store.close(id, on);
            unlessTaken(office.code(), () -> store.open(id, office, on));
        } else {
            unlessTaken(office.code(), () -> store.replace(id, on, office));
        }
    }

    /** False when {@code on} is the very day the latest span begins. */
    private boolean mustBeAfterOpening(UUID id, LocalDate on) {
        var opened = store.lockOpenSpan(id).orElseThrow(() -> Refusal.conflict("该机构已经撤销，不能再变更。"));
        if (on.isBefore(opened)) {
            throw Refusal.conflict("变更日期早于该机构最近一次变更（" + opened + "），历史不能改写。");
        }
        return on.isAfter(opened);
    }

    private void mustFitUnder(Level level, String region, UUID parent, LocalDate on) {
        var above = current(parent, on);
        if (!above.level().isAbove(level)) {
            throw Refusal.invalid("上级机构的层级应高于本机构。");
        }
        var digits = above.region().replaceFirst("(00)+$", "");
        if (!region.startsWith(digits)) {
            throw Refusal.invalid("行政区划代码" + region + "不在上级机构的区划" + above.region() + "之内。");
        }
    }

    private Office current(UUID id) {
        return current(id, today());
    }

    private Office current(UUID id, LocalDate day) {
        return store.byId(id, day).filter(office -> office.successor() == null)
                .orElseThrow(() -> Refusal.notFound("没有这个机构，或者它在" + day + "不存在。"));
    }

    private static void unlessTaken(String code, Runnable write) {
        try {
            write.run();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.conflict("机构代码" + code + "在该日期已被使用，请换一个。");
        }
    }

    private static int rankIn(String key) {
        if (key.isEmpty() || key.charAt(0) < '0' || key.charAt(0) > '3') {
            throw Refusal.invalid("翻页参数after不是本系统给出的值，请从第一页重新开始。");
        }
        return key.charAt(0) - '0';
    }

    private LocalDate today() {
        return Time.dateOf(time.instant());
    }
}
