package openland.oversight.web;

import java.util.List;
import java.util.Optional;
import openland.oversight.What;

/**
 * The list behind a figure.
 *
 * @param number what the figure says
 * @param item   its title; empty for all
 * @param href   of the page, to which the place in the list is added
 * @param back   to the figures
 */
public record DutiesView(OpennessQuery query, What what, String asOf, String number, String item, List<DutyRow> rows, String href,
        Optional<String> next, String back) {
    public String title() {
        return query.office().name() + (query.own() ? "（本级）" : "") + (query.target() ? "自定目标" : "") + what.label() + "的" + number + "件";
    }
}
