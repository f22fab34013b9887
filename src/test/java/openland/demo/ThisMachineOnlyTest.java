package openland.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

class ThisMachineOnlyTest {
    @Test
    void a_demonstration_is_reached_from_this_machine_only() {
        assertThat(address(new ThisMachineOnly(true, ""))).isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
    }

    @Test
    void who_names_an_address_gets_it() {
        assertThat(address(new ThisMachineOnly(true, "0.0.0.0"))).isNull();   // Spring Boot has set it before
    }

    @Test
    void a_real_site_is_not_hidden() {
        assertThat(address(new ThisMachineOnly(false, ""))).isNull();
    }

    private static @Nullable InetAddress address(ThisMachineOnly rule) {
        var server = new TomcatServletWebServerFactory() {
            @Override
            public @Nullable InetAddress getAddress() {
                return super.getAddress();
            }
        };
        rule.customize(server);
        return server.getAddress();
    }
}
