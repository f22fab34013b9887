package openland.demo;

import java.net.InetAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** A demonstration, whose officers share one password, answers on 127.0.0.1 unless {@code SERVER_ADDRESS} says otherwise. */
@Component
class ThisMachineOnly implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {
    private final boolean demo;
    private final String address;

    ThisMachineOnly(@Value("${openland.demo}") boolean demo, @Value("${server.address:}") String address) {
        this.demo = demo;
        this.address = address;
    }

    @Override
    public void customize(ConfigurableWebServerFactory server) {
        if (demo && address.isBlank()) {
            server.setAddress(InetAddress.ofLiteral("127.0.0.1"));
        }
    }
}
