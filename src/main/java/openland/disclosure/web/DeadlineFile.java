package openland.disclosure.web;

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
import openland.disclosure.Dossier;
import openland.page.Dates;

/** A deadline as an entry of a calendar (iCalendar, RFC 5545): the whole last day, with a reminder three days before. */
final class DeadlineFile {
    private DeadlineFile() {}

    /** @param address of the dossier's page */
    static String of(Dossier dossier, Dossier.Until until, String address, Instant now) {
        var event = new VEvent(until.day(), until.day().plusDays(1), "最后一天：" + until.title() + "（" + dossier.name() + "）");
        event.add(new Uid(dossier.id() + "-" + until.piece() + "-" + Integer.toHexString(until.title().hashCode()) + "-" + until.day() + "@openland"));
        event.replace(new DtStamp(now));
        event.add(new Description("到" + Dates.words(until.day()) + "为止（含当日）可以" + until.title() + (until.provisional() ? "（暂定，以后可能因放假安排调整）" : "")
                + "。\n所依据的公告：" + until.notice() + "\n依据：" + until.basis()));
        event.add(new Url(URI.create(address)));
        var alarm = new VAlarm(java.time.Duration.ofDays(-3));
        alarm.add(new Action(Action.VALUE_DISPLAY));
        alarm.add(new Description("还有三天：" + until.title()));
        event.add(alarm);
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Openland//阳光国土//ZH"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(event);
        return calendar.toString();
    }
}
