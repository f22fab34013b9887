package openland;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between the rooms. Each room's door is its {@code package-info.java}. */
class HouseTest {
    @Test
    void no_room_reaches_past_its_door() {
        ApplicationModules.of(Openland.class).verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"search", "opendata", "exchange", "portal"})
    void what_shows_pieces_to_the_public_cannot_see_drafts(String room) throws ClassNotFoundException {
        var door = Class.forName("openland." + room + ".package-info").getAnnotation(ApplicationModule.class);
        assertThat(Arrays.asList(door.allowedDependencies())).doesNotContain("drafting");
    }
}
