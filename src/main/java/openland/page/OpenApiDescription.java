package openland.page;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of {@code /openapi.json}: names the configured public address, never a request's Host header. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {
    @Bean
    OpenAPI openApi(SiteUrl site) {
        return new OpenAPI()
                .info(new Info().title("阳光国土 Openland").version("1")
                        .description("公众接口不需要令牌；工作人员接口先用POST /api/v1/tokens取令牌，再带上Authorization: Bearer。")
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url(site.of(""))))
                .components(new Components().addSecuritySchemes("token",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .addSecurityItem(new SecurityRequirement());
    }
}
