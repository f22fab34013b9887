package openland.calendar;

import java.time.LocalDate;
import openland.base.Refusal;

/** Time that does not count (中止计时): the days after {@code sent} up to and with {@code received}. */
public record Pause(LocalDate sent, LocalDate received) {
    /** @throws Refusal INVALID when the answer came before the question */
    public Pause {
        if (received.isBefore(sent)) {
            throw Refusal.invalid("停算的时间写反了：" + sent + "发出，" + received + "收到。收到的日期不能早于发出的日期。");
        }
    }

    boolean covers(LocalDate day) {
        return day.isAfter(sent) && !day.isAfter(received);
    }
}
