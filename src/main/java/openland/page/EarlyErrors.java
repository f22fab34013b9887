package openland.page;

import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.JavaScriptUtils;

/** Answers what the server refuses before the program sees it, such as an address with broken percent signs. */
final class EarlyErrors extends ErrorReportValve {
    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>%1$s - 阳光国土</title><link rel="stylesheet" href="/openland.css"></head>
            <body><div class="wrap"><main><h1>%1$s</h1><p class="lead">%2$s</p><h2>现在可以做什么</h2>
            <form class="find big" role="search" action="/search"><label class="hide" for="q">搜索政府信息</label><input id="q" name="q" type="search"><button>搜索</button></form>
            <ul class="bare"><li><a href="/catalogue">按公开目录找</a></li><li><a href="/">回首页</a></li></ul></main></div></body></html>
            """;
    private static final String PROBLEM = """
            {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}""";

    private final Map<String, String> headers;

    EarlyErrors(Map<String, String> headers) {
        this.headers = headers;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var failure = Failure.ofStatus(response.getStatus());
        boolean program = String.valueOf(request.getRequestURI()).startsWith("/api/");
        try {
            headers.forEach(response::setHeader);
            response.setContentType(program ? "application/problem+json" : "text/html");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.getReporter().write(program
                    ? PROBLEM.formatted(failure.title(), failure.status(), JavaScriptUtils.javaScriptEscape(failure.sentence()))
                    : PAGE.formatted(failure.title(), HtmlUtils.htmlEscape(failure.sentence())));
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("Nobody is there to read the error", e);
        }
    }

    @Component
    static class Installed implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
        private final SiteUrl site;

        Installed(SiteUrl site) {
            this.site = site;
        }

        @Override
        public void customize(TomcatServletWebServerFactory server) {
            server.addContextCustomizers(context -> {
                var host = (StandardHost) context.getParent();
                host.getPipeline().addValve(new EarlyErrors(StrictHeaders.of(site)));
                host.setErrorReportValveClass(EarlyErrors.class.getName());   // the one that is there already
            });
        }
    }
}
