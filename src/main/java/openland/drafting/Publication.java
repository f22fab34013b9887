package openland.drafting;

import java.util.UUID;
import openland.disclosure.Approved;
import openland.disclosure.Publishing;
import openland.office.Offices;
import org.springframework.stereotype.Component;

/** Hands an approved draft over to the room of published things. */
@Component
class Publication {
    private final Publishing publishing;
    private final DraftStore drafts;
    private final Composing composing;
    private final Offices offices;

    Publication(Publishing publishing, DraftStore drafts, Composing composing, Offices offices) {
        this.publishing = publishing;
        this.drafts = drafts;
        this.composing = composing;
        this.offices = offices;
    }

    /** Publishes within the caller's transaction. @return the draft, published */
    Draft publish(Draft draft, UUID by) {
        var content = draft.content();
        var office = offices.byId(draft.office()).orElseThrow();
        var signatures = drafts.signatures(draft).stream().map(Signed::signature).toList();
        var published = publishing.publish(new Approved(draft.id(), office, content.amends(), content.baseEdition(),
                content.retracts(), content.text("indexNumber"), draft.digest(), signatures,
                composing.projection(content, office), composing.keys(content), content.duty(), by));
        return draft.publishedAs(published.disclosure(), published.ledgerIndex());
    }
}
