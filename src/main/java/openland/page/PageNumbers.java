package openland.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import openland.base.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lists go on by key, not by number: who asks for page 1,000,000,000 is told so instead of being given the first one. */
@Component
class PageNumbers implements HandlerInterceptor, WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean isFirst = request.getDispatcherType() == DispatcherType.REQUEST;
        if (isFirst && request.getMethod().equals("GET") && request.getParameter("page") != null) {
            throw Refusal.invalid("本站的列表不按页码翻：请从第一页起，用每一页给出的“下一页”（after）往后看。");
        }
        return true;
    }
}
