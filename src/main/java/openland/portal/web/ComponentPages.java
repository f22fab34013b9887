package openland.portal.web;

import java.time.InstantSource;
import java.util.Map;
import openland.base.Time;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The style page: every component once, made by the templates that the pages use, with invented content. */
@Controller
class ComponentPages {
    private final ComponentSamples samples;

    ComponentPages(InstantSource time) {
        samples = ComponentSamples.of(Time.dateOf(time.instant()));
    }

    @GetMapping("/help/components")
    ModelAndView components() {
        return new ModelAndView("portal/components", Map.of("samples", samples));
    }
}
