package openland.office.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import openland.office.Officer;
import openland.office.SigningIn;
import openland.office.Tokens;
import openland.office.Tokens.Token;
import openland.office.TooManyTries;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;

/** Bearer tokens of the officers' API. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensApi {
    /** What a program sends to sign in. */
    record Credentials(@Nullable String name, @Nullable String password) {
        @Override
        public String toString() {
            return "Credentials[" + name + "]";
        }
    }

    private final SigningIn signingIn;
    private final Tokens tokens;

    TokensApi(SigningIn signingIn, Tokens tokens) {
        this.signingIn = signingIn;
        this.tokens = tokens;
    }

    @PostMapping
    Token issue(@RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        if (credentials.name() == null || credentials.password() == null) {
            throw Refusal.invalid("请给出用户名name和密码password。");
        }
        response.setHeader("Cache-Control", "no-store");
        try {
            return tokens.issue(signingIn.signIn(credentials.name(), credentials.password(), request.getRemoteAddr()));
        } catch (TooManyTries refusal) {
            response.setHeader("Retry-After", Long.toString(refusal.retryAfter().toSeconds()));
            throw refusal;
        }
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Officer officer, HttpServletRequest request) {
        BearerTokens.of(request).ifPresent(token -> tokens.revoke(token, officer));
    }
}
