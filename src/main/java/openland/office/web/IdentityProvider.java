package openland.office.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.office.Identity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * The office's identity provider (统一身份认证, OpenID Connect). It is asked for its addresses when somebody first wants to
 * sign in by it, never at the start; its keys are kept for as long as they serve.
 */
@Component
class IdentityProvider {
    static final String CALLBACK = "/login/oidc/callback";
    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What the provider has told of itself, and what reads its tokens. */
    private record Known(ClientRegistration registration, JwtDecoder decoder) {}

    private final OidcSettings settings;
    private final JdkClientHttpRequestFactory requests;
    private final RestClient client;
    private final OidcAuthorizationCodeAuthenticationProvider exchange;
    private final Cache<String, Known> known = Caffeine.newBuilder().maximumSize(1).expireAfterWrite(Duration.ofHours(1)).build();

    IdentityProvider(OidcSettings settings) {
        this.settings = settings;
        requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        client = RestClient.builder().requestFactory(requests).build();
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder().requestFactory(requests)
                .configureMessageConverters(converters -> converters.addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
        exchange = new OidcAuthorizationCodeAuthenticationProvider(tokens, request -> new DefaultOidcUser(List.of(), request.getIdToken()));
        exchange.setJwtDecoderFactory(_ -> known().decoder());
    }

    /** How the provider has described this program's client. @throws Refusal UNAVAILABLE when it cannot be asked */
    ClientRegistration registration() {
        return known().registration();
    }

    /**
     * Who has come back from the provider with a code.
     *
     * @param sent what he was sent there with
     * @throws Refusal INVALID, with a sentence that says what does not fit; UNAVAILABLE when the provider does not answer
     */
    Identity identity(OAuth2AuthorizationRequest sent, String code, String state) {
        var response = OAuth2AuthorizationResponse.success(code).state(state).redirectUri(settings.address(CALLBACK)).build();
        try {
            var token = new OAuth2LoginAuthenticationToken(registration(), new OAuth2AuthorizationExchange(sent, response));
            if (exchange.authenticate(token) instanceof OAuth2LoginAuthenticationToken done && done.getPrincipal() instanceof OidcUser user) {
                return identity(user.getIdToken());
            }
            throw Refusal.invalid("统一身份认证没有给出身份凭证，请联系运行维护人员。");
        } catch (OAuth2AuthenticationException e) {
            LOG.warn("The identity provider's answer is refused: {} {}", e.getError().getErrorCode(), e.getError().getDescription());
            throw refusal(e.getError().getErrorCode());
        } catch (AuthenticationServiceException e) {
            LOG.warn("The identity provider cannot be asked: {}", e.getMessage());
            throw away();
        } catch (AuthenticationException e) {
            throw refusal("");
        }
    }

    /** Where to sign out at the provider as well; empty when it tells of no such place. */
    Optional<String> signOut() {
        return Optional.ofNullable(registration().getProviderDetails().getConfigurationMetadata().get("end_session_endpoint")).map(Object::toString);
    }

    private Identity identity(OidcIdToken token) {
        var subject = token.getClaimAsString(settings.claim());
        if (subject == null || subject.isBlank() || subject.length() > 255) {
            throw Refusal.invalid("统一身份认证的身份凭证里没有“" + settings.claim() + "”，请联系运行维护人员。");
        }
        var name = Optional.ofNullable(token.getFullName()).or(() -> Optional.ofNullable(token.getPreferredUsername())).orElse("");
        var shown = name.replaceAll("\\p{Cntrl}", "").strip();
        return new Identity(URI.create(settings.issuer()), subject, shown.substring(0, Math.min(100, shown.length())), isStrong(token));
    }

    /** RFC 8176 {@code mfa}, or the {@code acr} that was agreed with the provider. */
    private boolean isStrong(OidcIdToken token) {
        var methods = token.getClaim("amr") instanceof List<?> list ? list : List.of();
        return methods.contains("mfa") || !settings.strongAcr().isEmpty() && settings.strongAcr().equals(token.getClaimAsString("acr"));
    }

    private static Refusal refusal(String error) {
        return Refusal.invalid(switch (error) {
            case "invalid_state_parameter" -> "登录请求与本浏览器的不一致，已拒绝。请从本站登录页重新开始。";
            case "invalid_nonce" -> "身份凭证不是为这次登录签发的，已拒绝。请从本站登录页重新开始。";
            case "invalid_id_token" -> "统一身份认证给出的身份凭证无效（签发者、对象、签名或有效期不符），已拒绝。请重新登录；仍不行的，请联系运行维护人员。";
            case "invalid_grant" -> "这次登录已经用过或已超时，请从本站登录页重新开始。";
            default -> "统一身份认证没有通过，请重新登录；仍不行的，请联系运行维护人员。";
        });
    }

    private static Refusal away() {
        return new Refusal(Reason.UNAVAILABLE, "统一身份认证暂时连不上，请稍后再试，或用用户名和密码登录。");
    }

    private Known known() {
        return known.get(settings.issuer(), this::discover);
    }

    private Known discover(String issuer) {
        try {
            var address = issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration";
            var told = client.get().uri(URI.create(address)).retrieve().body(new ParameterizedTypeReference<Map<String, Object>>() {});
            if (told == null || !issuer.equals(told.get("issuer"))) {
                LOG.warn("{} tells of another issuer than OPENLAND_OIDC_ISSUER", address);
                throw away();
            }
            var registration = ClientRegistrations.fromOidcConfiguration(told).registrationId("provider").clientId(settings.clientId())
                    .clientSecret(settings.clientSecret()).scope("openid", "profile").redirectUri(settings.address(CALLBACK)).build();
            return new Known(registration, decoder(registration));
        } catch (RestClientException | IllegalArgumentException e) {
            LOG.warn("The identity provider cannot be asked: {}", e.getMessage());
            throw away();
        }
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(String.valueOf(registration.getProviderDetails().getJwkSetUri()))
                .jwsAlgorithms(algorithms -> algorithms.addAll(List.of(SignatureAlgorithm.values())))
                .restOperations(new RestTemplate(requests)).build();
        decoder.setClaimSetConverter(new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        return decoder;
    }
}
