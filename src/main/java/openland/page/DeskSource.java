package openland.page;

import java.util.Optional;
import openland.page.Frame.Desk;

/** Says who is signed in to the current request; the room that signs people in gives it. */
public interface DeskSource {
    Optional<Desk> desk();
}
