package openland.office.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.office.Tokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Who may come in at which route. What is not listed here is not there (404): a new public route has to be written down.
 * Behind {@code /desk} and the officers' API any officer passes; what he may do is asked at the act.
 */
@Configuration(proxyBeanMethods = false)
class Routes {
    /** For everybody, to read. */
    static final String[] PUBLIC_PAGES = {"/", "/search", "/disclosures/**", "/dossiers/**", "/expiring", "/i/**", "/catalogue/**", "/catalogue.xlsx", "/catalogue.docx", "/negative-list", "/offices/**",
        "/ledger/**", "/help/**", "/login", "/login/**", "/setup", "/openapi.json", "/actuator/health/**", "/openland*.css", "/openland*.js",
        "/favicon*", "/robots.txt", "/openness", "/openness.csv", "/openness.xlsx", "/openness.atom", "/openness/**",
        "/request", "/request/new", "/request/view/*", "/request/answers", "/request/answers.atom", "/track", "/track/**"};
    /** For every program, to read. */
    static final String[] PUBLIC_API = {"/api/v1/disclosures/**", "/api/v1/dossiers/**", "/api/v1/expiring", "/api/v1/expiring.geojson", "/api/v1/catalogue/**", "/api/v1/offices/**",
        "/api/v1/search/**", "/api/v1/ledger/**", "/api/v1/working-days/**", "/api/v1/calendar/**"};
    /** For everybody, to send. */
    static final String[] PUBLIC_FORMS = {"/login", "/login/**", "/logout", "/setup", "/openness/missing", "/dossiers/*/follow", "/dossiers/follow/*",
        "/request", "/request/new", "/request/view/*", "/track", "/track/**"};

    private final URI address;

    Routes(@Value("${openland.url}") URI address) {
        this.address = address;
    }

    /** Programs: a bearer token or nothing; no session, and therefore nothing to forge. */
    @Bean
    @Order(1)
    SecurityFilterChain doorForPrograms(HttpSecurity http, Tokens tokens) {
        plain(http).securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerTokens(tokens), AuthorizationFilter.class)
                .authorizeHttpRequests(routes -> routes
                        .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                        .requestMatchers(HttpMethod.GET, PUBLIC_API).permitAll()
                        .requestMatchers(HttpMethod.HEAD, PUBLIC_API).permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/tokens").permitAll()
                        .requestMatchers("/api/v1/**").authenticated()
                        .anyRequest().denyAll());
        return http.build();
    }

    /** People. */
    @Bean
    @Order(2)
    SecurityFilterChain doorForPeople(HttpSecurity http, Sessions sessions, CookieCsrfTokenRepository forgery) {
        plain(http)
                .csrf(csrf -> csrf.csrfTokenRepository(forgery))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .securityContext(context -> context.securityContextRepository(sessions))
                .authorizeHttpRequests(routes -> routes
                        .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                        .requestMatchers(HttpMethod.GET, PUBLIC_PAGES).permitAll()
                        .requestMatchers(HttpMethod.HEAD, PUBLIC_PAGES).permitAll()
                        .requestMatchers(HttpMethod.POST, PUBLIC_FORMS).permitAll()
                        .requestMatchers("/desk/**").authenticated()
                        .anyRequest().denyAll());
        return http.build();
    }

    @Bean
    CookieCsrfTokenRepository forgeryTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(cookieName("openland-form"));
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).secure(isSecure()).sameSite("Lax"));
        return tokens;
    }

    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(cookieName("openland"));
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(isSecure());
        return cookie;
    }

    @Bean
    FilterRegistrationBean<ClientAddress> clientAddress(@Value("${openland.trusted-proxies}") List<String> proxies) {
        return early(new ClientAddress(proxies), 20);
    }

    @Bean
    FilterRegistrationBean<RateLimits> rateLimits(@Value("${openland.limit-factor}") int factor) {
        return early(new RateLimits(new Buckets(factor)), 30);
    }

    /** Before the security filters and the session, but after what answers errors. */
    private static <T extends Filter> FilterRegistrationBean<T> early(T filter, int place) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }

    private HttpSecurity plain(HttpSecurity http) {
        return http
                .headers(AbstractHttpConfigurer::disable)   // StrictHeaders writes them, also where no chain is reached
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .addFilterBefore(new SameOrigin(address), CsrfFilter.class)
                .exceptionHandling(refused -> refused
                        .authenticationEntryPoint((request, response, _) -> nobody(request, response))
                        .accessDeniedHandler((request, response, reason) -> Refusing.refuse(
                                reason instanceof CsrfException
                                        ? Refusal.forbidden("页面停留过久或不是从本站打开的，请返回上一页刷新后重试。")
                                        : notThere(), request, response)));
    }

    /** Nobody is signed in: where that would help, say so; elsewhere there is nothing. */
    private static void nobody(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var path = request.getRequestURI();
        if (path.equals("/desk") || path.startsWith("/desk/")) {
            var target = request.getMethod().equals("GET") ? "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8) : "";
            response.sendRedirect("/login" + target);
        } else if (path.startsWith("/api/v1/")) {
            response.setHeader("WWW-Authenticate", "Bearer");
            Refusing.refuse(new Refusal(Reason.NOT_SIGNED_IN, "请先用POST /api/v1/tokens取得令牌，再以Authorization: Bearer发送。"),
                    request, response);
        } else {
            Refusing.refuse(notThere(), request, response);
        }
    }

    private static Refusal notThere() {
        return Refusal.notFound("没有这个页面。请检查网址，或从首页、搜索进入。");
    }

    private boolean isSecure() {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private String cookieName(String name) {
        return isSecure() ? "__Host-" + name : name;
    }
}
