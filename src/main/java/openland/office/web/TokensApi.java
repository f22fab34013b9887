package openland.office.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.office.Officer;
import openland.office.SigningIn;
import openland.office.Step;
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
import org.jspecify.annotations.Nullable;

/** Bearer tokens of the officers' API. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensApi {
    /** What a program sends to sign in. @param code of the app or for recovery, where the account has a second factor */
    record Credentials(@Nullable String name, @Nullable String password, @Nullable String code) {
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
            var somebody = signingIn.signIn(credentials.name(), credentials.password(), request.getRemoteAddr());
            if (somebody.next().filter(next -> next == Step.CODE).isPresent()) {
                somebody = signingIn.withCode(somebody, code(credentials), request.getRemoteAddr());
            }
            somebody.next().ifPresent(TokensApi::refuse);
            return tokens.issue(signingIn.finish(somebody, request.getRemoteAddr()), somebody.proof().strong());
        } catch (TooManyTries refusal) {
            response.setHeader("Retry-After", Long.toString(refusal.retryAfter().toSeconds()));
            throw refusal;
        }
    }

    private static String code(Credentials credentials) {
        if (credentials.code() == null) {
            throw new Refusal(Reason.NOT_SIGNED_IN, "该账号启用了动态口令，请同时给出code：六位动态口令，或一个恢复码。");
        }
        return credentials.code();
    }

    private static void refuse(Step missing) {
        throw Refusal.forbidden(missing == Step.PASSWORD
                ? "一次性密码不能取得令牌，请先在网页上登录并修改密码。"
                : "您的岗位须用动态口令登录，请先在网页上登录并启用。");
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Officer officer, HttpServletRequest request) {
        BearerTokens.of(request).ifPresent(token -> tokens.revoke(token, officer));
    }
}
