package openland.oversight.web;

import java.util.List;
import openland.calendar.Derived;
import openland.office.Office;
import openland.oversight.Dated;
import openland.oversight.PublicDuty;

/** One duty as everybody may see it. @param derivation why its day is that day @param dates that it was given after its first one */
public record DutyView(PublicDuty duty, DutyRow row, Office office, String asOf, String item, List<Derived> derivation, List<Dated> dates) {}
