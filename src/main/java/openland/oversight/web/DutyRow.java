package openland.oversight.web;

import openland.oversight.Openness;
import openland.oversight.PublicDuty;
import openland.page.Dates;

/**
 * A duty in a list.
 *
 * @param style  the CSS class of how it stands
 * @param stands how it stands, in words: 晚了6个工作日
 * @param name   what it is, as far as it may be said
 * @param office whose it is
 * @param due    its last day, in words
 */
public record DutyRow(String address, String style, String stands, String name, String office, String unit, String due, String basis) {
    static DutyRow of(Openness.Stand stand, String office) {
        var duty = stand.duty();
        boolean late = stand.late();
        var due = duty.dueOn() == null ? "原定" + duty.firstDueOn() + "，中止计时" : duty.dueOn().toString();
        return new DutyRow("/openness/duties/" + duty.id(), late ? duty.metAt() == null ? "due r3" : "due r2" : "due r1",
                stands(duty, stand.lateBy(), late), duty.name(), office, duty.unit(), due, duty.rule().label() + "　" + duty.basis());
    }

    static String stands(PublicDuty duty, long lateBy, boolean late) {
        var by = lateBy == 0 ? "不到1个工作日" : lateBy + "个工作日";
        if (duty.metAt() != null) {
            return Dates.list(duty.metAt()) + (late ? "公开，晚了" + by : "公开，按时");
        }
        return switch (duty.state()) {
            case PAUSED -> "中止计时";
            case CANCELLED -> "已撤销";
            default -> late ? "晚了" + by : "还没有到期";
        };
    }
}
