package openland.office.web;

import java.util.List;
import java.util.Optional;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.office.Officer;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives a controller's method its parameter {@code Officer officer}, or {@code Optional<Officer>} where nobody need be signed in. */
@Component
class OfficerParameter implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Officer.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == Officer.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model, NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var officer = SignedIn.officer();
        if (parameter.getParameterType() == Optional.class) {
            return officer;
        }
        return officer.orElseThrow(() -> new Refusal(Reason.NOT_SIGNED_IN, "请先登录。"));
    }
}
