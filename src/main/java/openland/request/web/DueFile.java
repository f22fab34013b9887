package openland.request.web;

import java.net.URI;
import java.time.Instant;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Action;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import openland.calendar.Due;
import openland.page.Dates;
import openland.request.InformationRequest;

/** The last day to answer for the applicant's own calendar (iCalendar, RFC 5545). Others may see that: it does not say what was asked for. */
final class DueFile {
    private DueFile() {}

    /** @param address of the tracker */
    static String of(InformationRequest one, Due due, String office, String address, Instant now) {
        var event = new VEvent(due.date(), due.date().plusDays(1), "最晚今天答复：申请" + one.number());
        event.add(new Uid(one.id() + "-" + due.date() + "@openland"));
        event.replace(new DtStamp(now));
        event.add(new Description(office + "最晚" + Dates.words(due.date()) + "答复编号" + one.number() + "的政府信息公开申请"
                + (due.provisional() ? "（暂定：那时的放假安排还没有公布）" : "") + "。\n这一天可能因为补正、征求意见、延期而改变，以网上的进展为准。"));
        event.add(new Url(URI.create(address)));
        var alarm = new VAlarm(java.time.Duration.ofDays(1));
        alarm.add(new Action(Action.VALUE_DISPLAY));
        alarm.add(new Description("昨天是申请" + one.number() + "的最后答复日"));
        event.add(alarm);
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Openland//阳光国土//ZH"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(event);
        return calendar.toString();
    }
}
