package openland.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.AbstractView;

/** Renders the view {@code room/template} with JTE, whole before the first byte is sent: no half page on an error. */
@Configuration(proxyBeanMethods = false)
class JtePages {
    @Bean
    TemplateEngine templates() {
        var engine = TemplateEngine.createPrecompiled(ContentType.Html);
        engine.setBinaryStaticContent(true);
        return engine;
    }

    @Bean
    ViewResolver pages(TemplateEngine templates, Frames frames) {
        return new Pages(templates, frames);
    }

    private record Pages(TemplateEngine templates, Frames frames) implements ViewResolver, Ordered {
        @Override
        public @Nullable View resolveViewName(String name, Locale locale) {
            return name.contains(":") ? null : new Page(name + ".jte", templates, frames);
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }

    private static final class Page extends AbstractView {
        private final String template;
        private final TemplateEngine templates;
        private final Frames frames;

        Page(String template, TemplateEngine templates, Frames frames) {
            this.template = template;
            this.templates = templates;
            this.frames = frames;
        }

        @Override
        protected void renderMergedOutputModel(Map<String, Object> model, HttpServletRequest request,
                HttpServletResponse response) throws Exception {
            var parameters = new HashMap<>(model);
            parameters.put("frame", frames.of(request));
            var output = new Utf8ByteOutput();
            templates.render(template, parameters, output);
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
