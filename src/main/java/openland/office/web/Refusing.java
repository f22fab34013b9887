package openland.office.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import openland.base.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Lets a refusal of the filters look like one of the controllers. Nobody outside reaches these paths: no route lists them. */
@Controller
class Refusing {
    private static final String REFUSAL = Refusing.class.getName();

    /** Answers with {@code refusal}, as a page or as problem+json. */
    static void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setAttribute(REFUSAL, refusal);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        var path = request.getRequestURI().startsWith("/api/") ? "/api/refused" : "/refused";
        request.getRequestDispatcher(path).forward(request, response);
    }

    @RequestMapping({"/refused", "/api/refused"})
    void refused(@RequestAttribute("openland.office.web.Refusing") Refusal refusal) {
        throw refusal;
    }
}
