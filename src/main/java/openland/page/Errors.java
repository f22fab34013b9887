package openland.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.util.DisconnectedClientHelper;

/** Every error, one way: problem+json (RFC 9457) for programs, a page for people; never a stack trace. */
@Controller
@ControllerAdvice
class Errors implements ErrorController {
    private static final Logger log = LoggerFactory.getLogger(Errors.class);
    private static final ModelAndView NOTHING = new ModelAndView((View) (_, _, _) -> {});

    @ExceptionHandler(Throwable.class)
    Object thrown(Throwable error, HttpServletRequest request, HttpServletResponse response) throws Throwable {
        if (error instanceof AccessDeniedException || error instanceof AuthenticationException) {
            throw error;   // the security filters answer
        }
        return answer(Failure.of(error), error, request, response);
    }

    /** What filters, templates and the container refuse. */
    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var failure = cause == null ? Failure.ofStatus(status instanceof Integer code ? code : 404) : Failure.of(cause);
        return answer(failure, cause, request, response);
    }

    private static Object answer(Failure failure, @Nullable Throwable error, HttpServletRequest request, HttpServletResponse response) {
        if (error != null && DisconnectedClientHelper.isClientDisconnectedException(error)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);   // who only stopped sending may still read
            return NOTHING;
        }
        var id = failure.isUnexpected() ? UUID.randomUUID().toString().substring(0, 8) : "";
        if (failure.isUnexpected()) {
            log.error("Error {} at {} {}", id, request.getMethod(), pathOf(request).replaceAll("[\\r\\n]", " "), error);
        }
        if (failure.isFull()) {
            log.error("The disk is full: {} was refused", request.getMethod());
        }
        if (response.isCommitted()) {
            return NOTHING;
        }
        failure.headers().forEach((name, values) -> {
            if (!response.containsHeader(name)) {   // a filter that knows better how long it lasts
                response.setHeader(name, String.join(", ", values));
            }
        });
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return wantsJson(request) ? problem(failure, id, request) : page(failure, id, request, response);
    }

    private static ResponseEntity<Map<String, Object>> problem(Failure failure, String id, HttpServletRequest request) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", failure.title());
        body.put("status", failure.status());
        body.put("detail", failure.sentence());
        body.put("instance", pathOf(request));
        if (!failure.problems().isEmpty()) {
            body.put("problems", failure.problems());
        }
        if (!id.isEmpty()) {
            body.put("error", id);
        }
        return ResponseEntity.status(failure.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
    }

    private static ModelAndView page(Failure failure, String id, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(failure.status());
        return new ModelAndView("page/error", Map.of("title", failure.title(), "sentence", failure.sentence(), "problems",
                failure.problems(), "id", id, "ways", Ways.on(failure.status(), request.getMethod(), Switches.here(pathOf(request)))));
    }

    /** The interfaces always speak JSON; elsewhere whoever does not take HTML is a program. */
    private static boolean wantsJson(HttpServletRequest request) {
        var path = pathOf(request);
        return path.startsWith("/api/") || path.equals("/openapi.json") || !takesHtml(request.getHeader(HttpHeaders.ACCEPT));
    }

    private static boolean takesHtml(@Nullable String accept) {
        try {
            return accept == null || accept.isBlank()
                    || MediaType.parseMediaTypes(accept).stream().anyMatch(type -> type.includes(MediaType.TEXT_HTML));
        } catch (InvalidMimeTypeException | org.springframework.http.InvalidMediaTypeException e) {
            return true;
        }
    }

    private static String pathOf(HttpServletRequest request) {
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original instanceof String uri ? uri : request.getRequestURI();
    }
}
