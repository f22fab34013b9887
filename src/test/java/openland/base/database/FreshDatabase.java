package openland.base.database;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives each Spring context of the tests a database and a data folder of its own. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String OF_THE_TEST = "Inlined Test Properties";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var fresh = new MapPropertySource("fresh database", Map.copyOf(TestDatabase.fresh().properties()));
        var sources = context.getEnvironment().getPropertySources();
        if (sources.contains(OF_THE_TEST)) {
            sources.addAfter(OF_THE_TEST, fresh);   // what a test asks for wins
        } else {
            sources.addFirst(fresh);
        }
    }
}
