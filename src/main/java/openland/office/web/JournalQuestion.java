package openland.office.web;

import org.springframework.web.util.UriComponentsBuilder;

/** What an auditor asked for: a sign-in name, an id of something; empty is everything. */
public record JournalQuestion(String officer, String subject) {
    /** The page of the same question that follows {@code after}. */
    String url(String after) {
        return UriComponentsBuilder.fromPath("/desk/journal").queryParam("officer", "{officer}").queryParam("subject", "{subject}")
                .queryParam("after", "{after}").encode().buildAndExpand(officer, subject, after).toUriString();
    }
}
