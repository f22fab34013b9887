package openland.page;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.Constants;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tomcat's protocol, which besides hangs up on senders that drip. Tomcat itself only limits the pause between two bytes,
 * so one byte a second would hold a connection for ever. Here the head of a request must be whole after the patience
 * ({@code openland.sender-patience}); its body must by then, and as long as it lasts, have come at 500 bytes a second on average.
 */
public final class SlowSenders extends Http11NioProtocol {
    private static final int BYTES_A_SECOND = 500;
    private static final Set<Integer> READING_BODY = Set.of(Constants.STAGE_SERVICE, Constants.STAGE_ENDINPUT);
    private static final Set<Integer> ANSWERED = Set.of(Constants.STAGE_ENDOUTPUT, Constants.STAGE_KEEPALIVE);

    private final Set<Watched> watched = Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));
    private Duration patience = Duration.ofSeconds(25);
    private @Nullable ScheduledFuture<?> watch;

    void setPatience(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void start() throws Exception {
        super.start();
        long pause = Math.clamp(patience.toMillis() / 10, 50, 1000);
        watch = getUtilityExecutor().scheduleWithFixedDelay(this::hangUp, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) {
            watch.cancel(false);
        }
        super.stop();
    }

    @Override
    protected Processor createProcessor() {
        var processor = new Watched(this, getAdapter());
        watched.add(processor);
        return processor;
    }

    private void hangUp() {
        List<Watched> all;
        synchronized (watched) {
            all = List.copyOf(watched);
        }
        long now = System.nanoTime();
        all.stream().filter(processor -> processor.isTooSlow(now, patience)).forEach(Watched::hangUp);
    }

    /** Reads the requests of one connection after another. */
    private static final class Watched extends Http11Processor {
        Watched(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        boolean isTooSlow(long now, Duration patience) {
            long begun = request.getStartTimeNanos();
            int stage = request.getRequestProcessor().getStage();
            if (begun < 0 || now - begun < patience.toNanos() || ANSWERED.contains(stage)) {
                return false;
            }
            return !READING_BODY.contains(stage)
                    || !request.isFinished() && request.getBytesRead() < (now - begun) / 1e9 * BYTES_A_SECOND;
        }

        /** As if the sender had left: whoever reads finds the end, and the connection is closed in the ordinary way. */
        void hangUp() {
            var connection = getSocketWrapper();
            if (connection != null && connection.getSocket() instanceof NioChannel channel) {
                try {
                    channel.getIOChannel().shutdownInput();
                } catch (IOException e) {
                    getLog().debug("The connection has ended already", e);
                }
            }
        }
    }

    @Component
    static class Installed implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
        private final Duration patience;

        Installed(@Value("${openland.sender-patience}") Duration patience) {
            this.patience = patience;
        }

        @Override
        public void customize(TomcatServletWebServerFactory server) {
            server.setProtocol(SlowSenders.class.getName());
            server.addConnectorCustomizers(connector -> ((SlowSenders) connector.getProtocolHandler()).setPatience(patience));
        }
    }
}
